import { View } from '@tarojs/components';
import { useState } from 'react';
import { callBackOutcomeLabels, contactWayLabels } from '../../../../domain/labels';
import { callBackOutcomes, contactWays, type CallBackOutcome, type ContactWay } from '../../../../domain/wish';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import type { DoAct } from '../use-act';
import { optionsOf } from '../../../features/act/act-spec';
import './call-back-form.scss';

const wayOptions = optionsOf(contactWays, contactWayLabels);

/** 回访未果: one tap says what came of it. */
export function CallBackForm({ id, act, onDone }: { id: string; act: DoAct; onDone: () => void }) {
  const [way, setWay] = useState<ContactWay>('phone');
  const [failure, setFailure] = useState('');
  const say = async (outcome: CallBackOutcome) => {
    const refusal = await act('callBack', () => call('wish.callBack', { id, way, outcome }));
    if (refusal === null) return onDone();
    setFailure(messageOf(refusal));
  };
  return (
    <View>
      <Notice tone="plain" text="问到了心愿人，请用“登记回访”。两次没有问到，满 7 天按未评价办结。" />
      <Field id="way" label="怎样回访的" required group>
        <Chips label="回访方式" options={wayOptions} value={way} onChange={setWay} />
      </Field>
      <Field id="outcome" label="结果怎样" hint="点一下就登记" required group>
        <View className="call-back-form">
          {callBackOutcomes.map((outcome) => (
            <View key={outcome} className="call-back-form__outcome">
              <Button
                id={`outcome-${outcome}`}
                size="big"
                text={callBackOutcomeLabels[outcome]}
                onPress={() => say(outcome)}
              />
            </View>
          ))}
        </View>
      </Field>
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </View>
  );
}
