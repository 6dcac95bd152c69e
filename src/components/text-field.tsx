import { Input, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from './field';
import { inputAttributes } from './input-attributes';

interface TextProps {
  id: string;
  label: string;
  /** Read once: the inputs keep their own text, or fast typing loses letters on WeChat. */
  defaultValue: string;
  onInput: (value: string) => void;
  placeholder?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  maxLength?: number | undefined;
}

export interface TextFieldProps extends TextProps {
  /** The keyboard: `number` has digits only, `digit` a point as well. */
  type?: 'text' | 'number' | 'digit' | 'tel' | undefined;
  /** What a browser may fill in by itself: 'name', 'tel'. */
  autoComplete?: string | undefined;
}

const inputModes = { text: 'text', number: 'numeric', digit: 'decimal', tel: 'tel' } as const;

/** One line of text. Its input is `#<id> input` on H5. */
export function TextField(props: TextFieldProps) {
  const { id, label, placeholder = '', hint, error, required, maxLength = 100, type = 'text', onInput } = props;
  const [first] = useState(props.defaultValue);
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required}>
      <View id={id}>
        {process.env.TARO_ENV === 'h5' ? (
          <input
            className="field__input"
            type={type === 'tel' ? 'tel' : 'text'}
            inputMode={inputModes[type]}
            autoComplete={props.autoComplete ?? 'off'}
            defaultValue={first}
            placeholder={placeholder}
            maxLength={maxLength}
            {...inputAttributes(props)}
            onChange={({ target }) => onInput(target.value)}
          />
        ) : (
          <Input
            className="field__input"
            type={type === 'tel' ? 'number' : type}
            defaultValue={first}
            placeholder={placeholder}
            maxlength={maxLength}
            cursorSpacing={80}
            onInput={({ detail }) => onInput(detail.value)}
          />
        )}
      </View>
    </Field>
  );
}

/** Several lines, with a counter. Its input is `#<id> textarea` on H5. */
export function TextArea(props: TextProps) {
  const { id, label, placeholder = '', hint, error, required, maxLength = 300 } = props;
  const [first] = useState(props.defaultValue);
  const [length, setLength] = useState(first.length);
  const handleInput = (value: string) => {
    setLength(value.length);
    props.onInput(value);
  };
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} note={`${length}/${maxLength}`}>
      <View id={id}>
        {process.env.TARO_ENV === 'h5' ? (
          <textarea
            className="field__input field__input--tall"
            rows={4}
            defaultValue={first}
            placeholder={placeholder}
            maxLength={maxLength}
            {...inputAttributes(props)}
            onChange={({ target }) => handleInput(target.value)}
          />
        ) : (
          <Textarea
            className="field__input field__input--tall"
            defaultValue={first}
            placeholder={placeholder}
            maxlength={maxLength}
            autoHeight
            cursorSpacing={80}
            onInput={({ detail }) => handleInput(detail.value)}
          />
        )}
      </View>
    </Field>
  );
}
