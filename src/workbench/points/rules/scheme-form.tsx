import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SchemeChange } from '../../../../contract/points-rules';
import { rulePartLabels } from '../../../../domain/points-rules';
import { Button } from '../../../components/button';
import { Sheet } from '../../../components/sheet';
import { TextField } from '../../../components/text-field';
import { NOT_POINTS, readCap, typed } from './numbers';

interface Props {
  open: boolean;
  scheme: SchemeChange;
  onClose: () => void;
  onDone: (scheme: SchemeChange) => void;
}

const parts = ['meeting', 'duty', 'honour'] as const;

/** How much each part may come to in a year. */
export function SchemeForm({ open, scheme, onClose, onDone }: Props) {
  return (
    <Sheet open={open} title="各类全年上限" onClose={onClose}>
      <Fields scheme={scheme} onDone={onDone} />
    </Sheet>
  );
}

function Fields({ scheme, onDone }: Pick<Props, 'scheme' | 'onDone'>) {
  const { partCaps } = scheme;
  const [texts, setTexts] = useState({
    meeting: typed(partCaps.meeting),
    duty: typed(partCaps.duty),
    honour: typed(partCaps.honour),
  });
  const [isWrong, setWrong] = useState(false);
  const submit = () => {
    const caps: SchemeChange['partCaps'] = {};
    for (const part of parts) {
      const read = readCap(texts[part]);
      if (!read) return setWrong(true);
      if (read.cap !== undefined) caps[part] = read.cap;
    }
    onDone({ ...scheme, partCaps: caps });
  };
  return (
    <View>
      <View className="rule-form__hint">不填就是不封顶。扣分不设总上限。</View>
      {parts.map((part) => (
        <TextField
          key={part}
          id={`part-${part}`}
          label={`${rulePartLabels[part]}全年最多（分）`}
          type="digit"
          maxLength={6}
          defaultValue={texts[part]}
          error={isWrong && !readCap(texts[part]) ? NOT_POINTS : undefined}
          onInput={(text) => setTexts({ ...texts, [part]: text })}
        />
      ))}
      <Button id="sheet-submit" kind="primary" size="big" text="改好了" onPress={submit} />
    </View>
  );
}
