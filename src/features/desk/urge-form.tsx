import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { TextArea } from '../../components/text-field';
import type { BulkChoice } from './use-bulk';

const LEAST = 2;

interface Props {
  count: number;
  onSend: (choice: BulkChoice) => Promise<void>;
}

/** 催办 tells whoever holds the wish now, and stands on its timeline. */
export function UrgeForm({ count, onSend }: Props) {
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const send = () => {
    const text = note.trim();
    if (text !== '' && text.length < LEAST) return setError(`催办内容至少 ${LEAST} 个字，也可以不填`);
    return onSend({ act: 'urge', ...(text === '' ? {} : { note: text }) });
  };
  return (
    <View>
      <View className="bulk__text">会通知这 {count} 件心愿现在的经办人，并记在办理过程里。</View>
      <TextArea
        id="urge-note"
        label="催办内容"
        placeholder="例：请本周内联系心愿人，并登记进展"
        defaultValue=""
        maxLength={200}
        error={error}
        onInput={setNote}
      />
      <Button id="bulk-send" kind="primary" size="big" text={`确认催办 ${count} 件`} onPress={send} />
    </View>
  );
}
