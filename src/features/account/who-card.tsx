import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../contract/account';
import { roleLabels } from '../../../domain/labels';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Sheet } from '../../components/sheet';
import { Tag } from '../../components/tag';
import { call } from '../../platform/call';
import { meStore } from '../../platform/session';
import { OneLineForm } from './one-line-form';
import './who-card.scss';

/** Who this phone is. */
export function WhoCard({ me }: { me: Me | null }) {
  const [isOpen, setOpen] = useState(false);
  if (!me) {
    return (
      <Card>
        <View className="who-card__name">您好</View>
        <View className="who-card__line">不用注册。第一次许愿时，这部手机就会记住您，之后在这里看心愿办到哪一步。</View>
      </Card>
    );
  }
  return (
    <Card>
      <View className="who-card__top">
        <View id="my-name" className="who-card__name">
          {me.name || '居民'}
        </View>
        {me.representativeId === undefined ? (
          <View className="who-card__rename">
            <Button id="rename" kind="quiet" text="改称呼" onPress={() => setOpen(true)} />
          </View>
        ) : null}
      </View>
      <View className="who-card__roles">
        {me.roles.map((role) => (
          <Tag key={role} text={roleLabels[role]} tone={role === 'resident' ? 'plain' : 'red'} />
        ))}
      </View>
      {me.groupName ? <View className="who-card__line">{me.groupName}</View> : null}
      <Sheet open={isOpen} title="改称呼" onClose={() => setOpen(false)}>
        <OneLineForm
          id="new-name"
          path="name"
          label="怎么称呼您"
          defaultValue={me.name}
          maxLength={20}
          submitText="保存"
          send={async (name) => {
            const answer = await call('account.rename', { name });
            meStore.set(answer.me);
            setOpen(false);
          }}
        />
      </Sheet>
    </Card>
  );
}
