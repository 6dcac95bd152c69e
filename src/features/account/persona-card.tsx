import { View } from '@tarojs/components';
import { useState } from 'react';
import { roles, type Role } from '../../../domain/caller';
import { roleLabels } from '../../../domain/labels';
import { Card } from '../../components/card';
import { Chips } from '../../components/chips';
import { messageOf } from '../../platform/call-error';
import { becomePersona, getPersona } from '../../platform/session';
import { toast } from '../../platform/toast';
import './persona-card.scss';

const MYSELF = 'myself';
const options = [{ value: MYSELF, label: '本机用户' }, ...roles.map((value) => ({ value, label: roleLabels[value] }))];

/** While demo mode is on: be somebody of the sample town. Nothing of it is secret, and it is marked as a demo. */
export function PersonaCard() {
  const [persona, setPersona] = useState<Role | null>(getPersona);
  const choose = async (value: string) => {
    const next = roles.find((role) => role === value) ?? null;
    try {
      await becomePersona(next);
      setPersona(next);
      toast(next ? `现在是演示身份：${roleLabels[next]}` : '已退出演示身份');
    } catch (error) {
      toast(messageOf(error));
    }
  };
  return (
    <View className="persona-card">
      <Card title="演示身份">
        <View className="persona-card__hint">仅供试用：点一下，换个身份看看。正式使用时没有这一栏。</View>
        <Chips
          id="persona"
          label="演示身份"
          options={options}
          value={persona ?? MYSELF}
          onChange={(value) => void choose(value)}
        />
      </Card>
    </View>
  );
}
