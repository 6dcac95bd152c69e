import { View } from '@tarojs/components';
import type { DutyCard } from '../../../../contract/duty-views';
import { dutyKindLabels, dutyStateLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { mineText, spanText, stateTones } from '../duty-words';

/** A duty in a list; while sign-in is open, with the one button that somebody in the hall looks for. */
export function DutyRow({ duty }: { duty: DutyCard }) {
  const { id, title, kind, place, state, groupName, mine, allowed } = duty;
  const own = mineText(duty);
  const show = () => open(routes.duty, { id });
  return (
    <>
      <Card id={`duty-${id}`} label={`${title}，${dutyStateLabels[state]}`} onPress={show}>
        <View className="duties__top">
          <Tag text={dutyKindLabels[kind]} tone="red" />
          <Tag text={dutyStateLabels[state]} tone={stateTones[state]} />
          {own ? <Tag text={own.text} tone={own.tone} /> : null}
        </View>
        <View className="duties__title">{title}</View>
        <View className="duties__when">
          <Unbroken text={spanText(duty)} />
        </View>
        <View className="duties__where">
          {place}
          {groupName ? ` · ${groupName}` : ''}
        </View>
      </Card>
      {mine && allowed.includes('signIn') ? (
        <View className="duties__sign">
          <Button id={`sign-${id}`} kind="primary" size="big" text="签到" label={`签到：${title}`} onPress={show} />
        </View>
      ) : null}
    </>
  );
}
