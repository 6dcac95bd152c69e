import { View } from '@tarojs/components';
import type { Me } from '../../../contract/account';
import { hasRole } from '../../../domain/caller';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { call } from '../../platform/call';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { useLoad } from '../../platform/use-load';
import './doors.scss';

const MOST_COUNTED = 50;

function useWaiting(me: Me | null): string {
  const mayReview = hasRole(me, 'liaison', 'presidium');
  const scope = hasRole(me, 'presidium') ? 'town' : 'group';
  const key = me && mayReview ? `${me.accountId}-${scope}` : null;
  const waiting = useLoad(
    async () => (await call('wish.list', { scope, status: 'submitted', limit: MOST_COUNTED })).items.length,
    key,
  );
  if (waiting.data === null) return '';
  return waiting.data >= MOST_COUNTED ? `（${MOST_COUNTED}+）` : `（${waiting.data}）`;
}

/** The ways into the work of those who have a role. */
export function Doors({ me }: { me: Me | null }) {
  const waiting = useWaiting(me);
  const doors = [
    ...(hasRole(me, 'representative')
      ? [
          { id: 'door-publish', text: '发布晒单', onPress: () => open(routes.publish) },
          { id: 'door-register', text: '代群众登记心愿', onPress: () => open(routes.submit, { channel: 'homeVisit' }) },
        ]
      : []),
    ...(hasRole(me, 'liaison', 'presidium')
      ? [{ id: 'door-reviews', text: `审核待办${waiting}`, onPress: () => open(routes.reviews) }]
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
  if (doors.length === 0) return null;
  return (
    <Card title="我的工作">
      {doors.map((door) => (
        <View key={door.id} className="doors__door">
          <Button id={door.id} text={door.text} onPress={door.onPress} />
        </View>
      ))}
    </Card>
  );
}
