import type { Me } from '../../../contract/account';
import { hasRole } from '../../../domain/caller';
import { counted } from '../../features/notice/counted';
import { startPost } from '../../features/post/start-post';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { when, type Section } from './door';
import { pointsSections } from './points-doors';
import type { Counts } from './use-counts';

/** '（2 条被举报，3 条待看）' */
function judgingText(judging: Counts['judging']): string {
  if (!judging) return '';
  const { reported, hinted, fresh } = judging;
  const parts = [
    ...(reported > 0 ? [`${counted(reported)} 条被举报`] : []),
    ...(hinted + fresh > 0 ? [`${counted(hinted + fresh)} 条待看`] : []),
  ];
  return parts.length > 0 ? `（${parts.join('，')}）` : '';
}

/** The work of each role, by what it is about. */
export function workSections(me: Me, counts: Counts): Section[] {
  const represents = hasRole(me, 'representative');
  const leads = hasRole(me, 'liaison', 'presidium');
  const keepsLedger = leads || hasRole(me, 'admin');
  const importsLedger = hasRole(me, 'presidium', 'admin');
  const sections: Section[] = [
    ...pointsSections(me, counts),
    {
      title: '晒单',
      doors: [
        ...when(represents, { id: 'door-publish', text: '晒一单', onPress: () => startPost() }),
        ...when(represents && counts.outbox > 0, {
          id: 'door-outbox',
          text: `待发的晒单（${counts.outbox} 条）`,
          onPress: () => open(routes.outbox),
        }),
        ...when(leads, {
          id: 'door-judging',
          text: `晒单审看${judgingText(counts.judging)}`,
          onPress: () => open(routes.judging),
          isUrgent: (counts.judging?.reported ?? 0) > 0,
          isWhole: true,
        }),
        ...when(represents || keepsLedger, { id: 'door-brief', text: '每日群简报', onPress: () => open(routes.brief) }),
        ...when(leads, { id: 'door-models', text: '月度典型代表', onPress: () => open(routes.models) }),
      ],
    },
    {
      title: '心愿',
      doors: [
        ...when(represents, {
          id: 'door-register',
          text: '代群众登记心愿',
          onPress: () => open(routes.submit, { channel: 'homeVisit' }),
        }),
        ...when(
          leads,
          { id: 'door-reviews', text: `审核待办${counts.reviews}`, onPress: () => open(routes.reviews) },
          { id: 'door-call-backs', text: '回访', onPress: () => open(routes.callBacks) },
        ),
        ...when(hasRole(me, 'department', 'presidium'), {
          id: 'door-orders',
          text: '交办单',
          onPress: () => open(routes.orders),
        }),
        ...when(keepsLedger, {
          id: 'door-desk',
          text: importsLedger ? '台账导入导出' : '台账查看导出',
          onPress: () => open(routes.desk),
        }),
      ],
    },
  ];
  return sections.filter(({ doors }) => doors.length > 0);
}
