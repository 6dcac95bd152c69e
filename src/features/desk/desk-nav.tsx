import { View } from '@tarojs/components';
import type { Me } from '../../../contract/account';
import { hasRole } from '../../../domain/caller';
import { aria } from '../../components/aria';
import { Pressable } from '../../components/pressable';
import { call } from '../../platform/call';
import { open, replace } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { useLoad } from '../../platform/use-load';
import './desk-nav.scss';

export const deskViews = ['queue', 'ledger', 'overdue', 'overview', 'import'] as const;
export type DeskView = (typeof deskViews)[number];

const labels = {
  queue: '待办',
  ledger: '台账',
  overdue: '逾期',
  overview: '概况',
  import: '导入',
} as const satisfies Record<DeskView, string>;

/** The parts of the desk that this person has; none for those who keep no ledger. */
export function viewsOf({ roles }: Me): readonly DeskView[] {
  const keepsTown = roles.includes('presidium') || roles.includes('admin');
  const leads = roles.includes('presidium') || roles.includes('liaison');
  if (!keepsTown && !leads) return [];
  return deskViews.filter((view) => (view === 'queue' ? leads : view !== 'import' || keepsTown));
}

/** Other desks of the same people; on a phone they are reached from 我的. */
const otherDesks = [
  { text: '审看', route: routes.judging, roles: ['liaison', 'presidium'] },
  { text: '记分提议', route: routes.proposals, roles: ['liaison', 'presidium', 'admin'] },
  { text: '积分申诉', route: routes.appeals, roles: ['presidium', 'admin'] },
  { text: '履职活动', route: routes.duties, roles: ['liaison', 'presidium', 'admin'] },
  { text: '评选', route: routes.awards, roles: ['liaison', 'presidium', 'admin'] },
] as const;

interface Props {
  me: Me;
  view: DeskView;
  /** For the page that has the view; another page is opened in its place. */
  onView?: (view: DeskView) => void;
}

/** The one way around the desk, the same on a phone and on a wide screen. */
export function DeskNav({ me, view, onView }: Props) {
  const views = viewsOf(me);
  const waits = useLoad(() => call('wish.queueCount', {}), views.includes('queue') ? me.accountId : null);
  const go = (next: DeskView) => {
    if (next === view) return;
    if (next === 'queue') replace(routes.queue);
    else if (onView) onView(next);
    else replace(routes.desk, { view: next });
  };
  if (views.length === 0) return null;
  return (
    <View className="desk-top desk__controls">
      <View id="desk-nav" className="desk-nav" {...aria('tablist', { label: '工作台' })}>
        {views.map((one) => (
          <Pressable
            key={one}
            className={`desk-nav__tab${one === view ? ' desk-nav__tab--on' : ''}`}
            role="tab"
            checked={one === view}
            onPress={() => go(one)}
          >
            {labels[one]}
            {one === 'queue' && waits.data && waits.data.waiting > 0 ? (
              <View className={`desk-nav__count${waits.data.late > 0 ? ' desk-nav__count--late' : ''}`}>
                {countText(waits.data.waiting)}
              </View>
            ) : null}
          </Pressable>
        ))}
      </View>
      <View className="desk-top__others">
        {otherDesks
          .filter(({ roles }) => hasRole(me, ...roles))
          .map(({ text, route }) => (
            <Pressable key={text} className="desk-top__other" role="link" onPress={() => open(route)}>
              {text}
            </Pressable>
          ))}
      </View>
    </View>
  );
}

/** The server counts no further than this. */
const MOST_COUNTED = 99;
export const countText = (count: number): string => (count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));
