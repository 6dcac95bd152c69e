import { View } from '@tarojs/components';
import type { Me } from '../../../contract/account';
import type { Output } from '../../../contract/contract';
import { hasRole } from '../../../domain/caller';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { counted } from '../../features/notice/counted';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import type { Door, Section } from './door';
import { campaignDoor, dutyDoors } from './points-doors';
import { useCounts, type Counts } from './use-counts';
import { workSections } from './work-doors';
import './doors.scss';

/** '（3 件，1 件已超时）' */
function queueText(count: Output<'wish.queueCount'> | null): string {
  if (!count) return '';
  const late = count.late > 0 ? `，${counted(count.late)} 件已超时` : '';
  return `（${counted(count.waiting)} 件${late}）`;
}

/** Nobody who only wishes has an empty desk shown to them. */
const hasDesk = (me: Me, count: Output<'wish.queueCount'> | null): boolean =>
  hasRole(me, 'representative', 'liaison', 'presidium', 'department') || (count?.waiting ?? 0) > 0;

function waitingDoors(me: Me, { queue, unread }: Counts): Door[] {
  return [
    ...(hasDesk(me, queue)
      ? [
          {
            id: 'door-queue',
            text: `我的待办${queueText(queue)}`,
            onPress: () => open(routes.queue),
            isUrgent: (queue?.late ?? 0) > 0,
            isWhole: true,
          },
        ]
      : []),
    {
      id: 'door-notices',
      text: unread ? `通知（${counted(unread)} 条未读）` : '通知',
      onPress: () => open(routes.notices),
      isWhole: true,
    },
  ];
}

const everybodys = (counts: Counts): Section => ({
  title: undefined,
  doors: [
    campaignDoor(counts),
    { id: 'door-articles', text: '典型代表事迹', onPress: () => open(routes.articles) },
    { id: 'door-awards', text: '最美代表评选', onPress: () => open(routes.awards) },
  ],
});

/** The ways into what waits for this person, and into the work of those who have a role. */
export function Doors({ me }: { me: Me | null }) {
  const counts = useCounts(me);
  const sections = me ? workSections(me, counts) : [];
  const waiting: Section = {
    title: sections.length > 0 ? '我的工作' : undefined,
    doors: me ? [...waitingDoors(me, counts), ...dutyDoors(me, counts)] : [],
  };
  return (
    <>
      {[waiting, ...sections, everybodys(counts)].map(({ title, doors }, index) =>
        doors.length > 0 ? <DoorsCard key={title ?? index} title={title} doors={doors} /> : null,
      )}
    </>
  );
}

function DoorsCard({ title, doors }: Section) {
  return (
    <Card title={title}>
      <View className="doors">
        {doors.map(({ id, text, onPress, isWhole, isUrgent }) => (
          <View key={id} className={`doors__door${isWhole ? ' doors__door--whole' : ''}`}>
            <Button id={id} text={text} kind={isUrgent ? 'danger' : 'plain'} onPress={onPress} />
          </View>
        ))}
      </View>
    </Card>
  );
}
