import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { TextArea } from '../../components/text-field';
import { RepresentativeChoice } from './representative-choice';
import type { BulkChoice, BulkWish } from './use-bulk';

const LEAST = 2;

interface Props {
  wishes: readonly BulkWish[];
  scope: 'group' | 'town';
  onSend: (choice: BulkChoice) => Promise<void>;
}

export function AssignForm({ wishes, scope, onSend }: Props) {
  const [representativeId, setRepresentativeId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<{ who?: string; reason?: string }>({});
  const send = () => {
    const why = reason.trim();
    const wrong = {
      ...(representativeId === null ? { who: '请选择一位代表' } : {}),
      ...(why.length < LEAST ? { reason: `请写明理由，至少 ${LEAST} 个字` } : {}),
    };
    setErrors(wrong);
    if (representativeId === null || why.length < LEAST) return;
    return onSend({ act: 'assign', representativeId, reason: why });
  };
  return (
    <View>
      <View className="bulk__text">代表会收到通知，24 小时内可以谢绝一次。手上已满的代表不能再指派。</View>
      <RepresentativeChoice
        wishes={wishes}
        scope={scope}
        value={representativeId}
        error={errors.who}
        onChange={setRepresentativeId}
      />
      <TextArea
        id="assign-reason"
        label="理由"
        required
        placeholder="例：您联系这个村，又熟悉这方面的工作"
        defaultValue=""
        maxLength={200}
        error={errors.reason}
        onInput={setReason}
      />
      <Button id="bulk-send" kind="primary" size="big" text={`确认指派 ${wishes.length} 件`} onPress={send} />
    </View>
  );
}
