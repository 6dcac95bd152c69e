import { View } from '@tarojs/components';
import type { Me } from '../../../contract/account';
import type { Output } from '../../../contract/contract';
import { hasRole } from '../../../domain/caller';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { counted } from '../../features/notice/counted';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { useCounts } from './use-counts';
import './doors.scss';

interface Door {
  id: string;
  text: string;
  onPress: () => void;
  /** Something waits behind it that is late. */
  isUrgent?: boolean;
  /** Its text needs the whole line. */
  isWhole?: boolean;
}

/** '（3 件，1 件已超时）' */
function queueText(count: Output<'wish.queueCount'> | null): string {
  if (!count) return '';
  const late = count.late > 0 ? `，${counted(count.late)} 件已超时` : '';
  return `（${counted(count.waiting)} 件${late}）`;
}

/** Nobody who only wishes has an empty desk shown to them. */
const hasDesk = (me: Me, count: Output<'wish.queueCount'> | null): boolean =>
  hasRole(me, 'representative', 'liaison', 'presidium', 'department') || (count?.waiting ?? 0) > 0;

function workDoors(me: Me, reviews: string): Door[] {
  const isRepresentative = hasRole(me, 'representative');
  const leads = hasRole(me, 'liaison', 'presidium');
  return [
    ...(isRepresentative
      ? [
          { id: 'door-publish', text: '发布晒单', onPress: () => open(routes.publish) },
          { id: 'door-register', text: '代群众登记心愿', onPress: () => open(routes.submit, { channel: 'homeVisit' }) },
        ]
      : []),
    ...(leads
      ? [
          { id: 'door-reviews', text: `审核待办${reviews}`, onPress: () => open(routes.reviews) },
          { id: 'door-call-backs', text: '回访', onPress: () => open(routes.callBacks) },
        ]
      : []),
    ...(hasRole(me, 'department', 'presidium')
      ? [{ id: 'door-orders', text: '交办单', onPress: () => open(routes.orders) }]
      : []),
    ...(hasRole(me, 'liaison', 'presidium', 'admin')
      ? [
          {
            id: 'door-desk',
            text: hasRole(me, 'presidium', 'admin') ? '台账导入导出' : '台账查看导出',
            onPress: () => open(routes.desk),
          },
        ]
      : []),
  ];
}

/** The ways into what waits for this person, and into the work of those who have a role. */
export function Doors({ me }: { me: Me | null }) {
  const { reviews, queue, unread } = useCounts(me);
  if (!me) return null;
  const doors: Door[] = [
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
    ...workDoors(me, reviews),
  ];
  return (
    <Card title={doors.length > 1 ? '我的工作' : undefined}>
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
