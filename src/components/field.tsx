import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './field.scss';

interface Props {
  /** Of the input inside; the frame is `<id>-field`, so that a form can be scrolled to it. */
  id: string;
  label: string;
  children: ReactNode;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** At the label's end: a counter. */
  note?: string | undefined;
  /** For groups of chips, switches and photos, that have no one input to point at. */
  group?: boolean | undefined;
}

/** A label, what it is for, and what is wrong with it. */
export function Field({ id, label, children, hint, error, required = false, note, group = false }: Props) {
  return (
    <View id={`${id}-field`} className={`field${error ? ' field--wrong' : ''}`}>
      <View className="field__head">
        <Label id={id} text={label} group={group} mark={required ? '' : '选填'} />
        {note ? <View className="field__note">{note}</View> : null}
      </View>
      {hint ? <View className="field__hint">{hint}</View> : null}
      {children}
      {error ? (
        <View id={`${id}-error`} className="field__error" {...aria('alert')}>
          {error}
        </View>
      ) : null}
    </View>
  );
}

function Label({ id, text, mark, group }: { id: string; text: string; mark: string; group: boolean }) {
  const content = (
    <>
      {text}
      {mark ? <View className="field__mark">（{mark}）</View> : null}
    </>
  );
  if (process.env.TARO_ENV === 'h5' && !group) {
    return (
      <label htmlFor={`${id}-input`} className="field__label">
        {content}
      </label>
    );
  }
  return <View className="field__label">{content}</View>;
}
