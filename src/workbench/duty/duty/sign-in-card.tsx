import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { DutyView } from '../../../../contract/duty-views';
import { aria } from '../../../components/aria';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Pressable } from '../../../components/pressable';
import { call } from '../../../platform/call';
import { fieldErrors, messageOf } from '../../../platform/call-error';
import type { DoDutyAct } from './duty-acts';

const LENGTH = 6;
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface Props {
  duty: DutyView;
  /** From a code that was scanned: one press is enough. */
  scanned: string;
  act: DoDutyAct;
}

/** Six digits on large keys; the last one signs in by itself. */
export function SignInCard({ duty: { id, mine }, scanned, act }: Props) {
  const [typed, setTyped] = useState(scanned);
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  // State comes a moment later than the next of two quick presses.
  const latest = useRef(scanned);

  const show = (digits: string) => {
    latest.current = digits;
    setTyped(digits);
  };
  const send = async () => {
    setBusy(true);
    const refusal = await act('签到成功。', () => call('duty.signIn', { id, code: latest.current }), true);
    setBusy(false);
    if (refusal === null) return;
    setFailure(fieldErrors(refusal).code ?? messageOf(refusal));
    show('');
  };
  const press = (digit: string) => {
    if (isBusy || latest.current.length >= LENGTH) return;
    setFailure('');
    show(`${latest.current}${digit}`);
    if (latest.current.length === LENGTH) void send();
  };
  return (
    <Card id="sign-in" title="请输入会场上的 6 位签到码">
      {mine ? null : <View className="duty-page__hint">这次活动没有通知到您，签到后记为列席。</View>}
      <View className="code-keys__typed" {...aria('status', { label: `已输入 ${typed.length} 位` })}>
        {Array.from({ length: LENGTH }, (_, place) => (
          <View key={place} className={`code-keys__digit${typed[place] ? ' code-keys__digit--on' : ''}`}>
            {typed[place] ?? ''}
          </View>
        ))}
      </View>
      {failure ? (
        <View className="code-keys__failure" {...aria('alert')}>
          {failure}
        </View>
      ) : null}
      {scanned && typed === scanned ? (
        <View className="code-keys__scanned">
          <Button id="sign-in-scanned" kind="primary" size="big" text="签到" busyText="正在签到…" onPress={send} />
        </View>
      ) : null}
      <View className="code-keys">
        {keys.map((key) => (
          <Key key={key} text={key} disabled={isBusy} onPress={() => press(key)} />
        ))}
        <Key text="清空" label="清空重输" disabled={isBusy} onPress={() => show('')} />
        <Key text="0" disabled={isBusy} onPress={() => press('0')} />
        <Key text="删除" label="删除一位" disabled={isBusy} onPress={() => show(latest.current.slice(0, -1))} />
      </View>
    </Card>
  );
}

function Key({
  text,
  label,
  disabled,
  onPress,
}: {
  text: string;
  label?: string;
  disabled: boolean;
  onPress: () => void;
}) {
  const isWord = text.length > 1;
  return (
    <View className="code-keys__cell">
      <Pressable
        className={`code-keys__key${isWord ? ' code-keys__key--word' : ''}`}
        label={label}
        disabled={disabled}
        onPress={onPress}
      >
        {text}
      </Pressable>
    </View>
  );
}
