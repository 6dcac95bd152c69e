import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '../../components/aria';
import { inputAttributes } from '../../components/input-attributes';
import { figureLabels, figureLeads, figureUnits, type Figure } from './outcome-draft';
import './outcome-fields.scss';

interface Props {
  id: string;
  /** '义诊' */
  of: string;
  figure: Figure;
  /** Read once: the input keeps its own text. */
  defaultValue: string;
  error: string | undefined;
  onInput: (text: string) => void;
}

/** One small number with its unit: 惠及 [ 30 ] 人. Its input is `#<id> input` on H5. */
export function FigureField({ id, of, figure, defaultValue, error, onInput }: Props) {
  const [first] = useState(defaultValue);
  const label = `${of}：${figureLabels[figure]}`;
  return (
    <View id={`${id}-field`} className={`figure${error ? ' field--wrong' : ''}`}>
      <View className="figure__line">
        {figureLeads[figure] ? <View className="figure__lead">{figureLeads[figure]}</View> : null}
        <View id={id} className="figure__box">
          {process.env.TARO_ENV === 'h5' ? (
            <input
              className="field__input figure__input"
              inputMode={figure === 'amountYuan' ? 'decimal' : 'numeric'}
              autoComplete="off"
              aria-label={label}
              defaultValue={first}
              maxLength={10}
              {...inputAttributes({ id, error })}
              onChange={({ target }) => onInput(target.value)}
            />
          ) : (
            <Input
              className="field__input figure__input"
              type={figure === 'amountYuan' ? 'digit' : 'number'}
              ariaLabel={label}
              defaultValue={first}
              maxlength={10}
              cursorSpacing={80}
              onInput={({ detail }) => onInput(detail.value)}
            />
          )}
        </View>
        <View>{figureUnits[figure]}</View>
      </View>
      {error ? (
        <View id={`${id}-error`} className="field__error" {...aria('alert')}>
          {error}
        </View>
      ) : null}
    </View>
  );
}
