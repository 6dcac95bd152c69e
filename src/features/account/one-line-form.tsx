import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { fieldErrors, messageOf } from '../../platform/call-error';

interface Props {
  id: string;
  /** Where in the action's input the line goes. */
  path: string;
  label: string;
  defaultValue: string;
  maxLength: number;
  submitText: string;
  placeholder?: string;
  hint?: string;
  /** Throws what the form shows. */
  send: (line: string) => Promise<void>;
}

/** One line and a button. */
export function OneLineForm({ id, path, label, defaultValue, maxLength, submitText, placeholder, hint, send }: Props) {
  const line = useRef(defaultValue);
  const [error, setError] = useState('');
  const [failure, setFailure] = useState('');
  const submit = async () => {
    setError('');
    setFailure('');
    try {
      await send(line.current);
    } catch (thrown) {
      const reason = fieldErrors(thrown)[path];
      if (reason === undefined) setFailure(messageOf(thrown));
      else setError(reason);
    }
  };
  return (
    <View>
      <TextField
        id={id}
        label={label}
        hint={hint}
        required
        defaultValue={defaultValue}
        maxLength={maxLength}
        placeholder={placeholder}
        error={error || undefined}
        onInput={(text) => {
          line.current = text;
        }}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id={`${id}-submit`} kind="primary" text={submitText} onPress={submit} />
    </View>
  );
}
