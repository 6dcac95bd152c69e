import type { Me } from '../../../contract/account';
import { hasRole } from '../../../domain/caller';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { when, type Door, type Section } from './door';

const door = (id: string, text: string, route: string, parameters: Record<string, string> = {}): Door => ({
  id,
  text,
  onPress: () => open(route, parameters),
});

/** Only of those who lead nothing: the others have them among what they see to. */
const aboutOneself = (): Door[] => [
  door('door-proposals', '记分提议', routes.proposals),
  door('door-absences', '不在岗时段', routes.absences),
  door('door-rules', '积分规则', routes.pointsRules),
];

/** One's own points and dossier; then, for those who lead, the work on everybody's. */
export function pointsSections(me: Me): Section[] {
  const represents = me.representativeId !== undefined;
  const isOffice = hasRole(me, 'presidium', 'admin');
  const leads = isOffice || hasRole(me, 'liaison');
  return [
    {
      title: '我的积分和档案',
      doors: when(
        represents,
        door('door-entries', '我的积分明细', routes.entries),
        door('door-dossier', '我的履职档案', routes.dossier),
        door('door-visit', '记一次走访', routes.propose, { rule: 'W1' }),
        ...(leads ? [] : aboutOneself()),
      ),
    },
    {
      title: '积分和档案管理',
      doors: when(
        leads,
        door('door-proposals', '记分提议', routes.proposals),
        door('door-absences', '不在岗时段', routes.absences),
        ...when(isOffice, door('door-appeals', '积分申诉', routes.appeals)),
        ...when(!represents, door('door-entries', '代表积分明细', routes.entries)),
        door('door-rules', '积分规则', routes.pointsRules),
        ...when(isOffice, door('door-archive', '全部履职档案', routes.dossierArchive)),
        door('door-verify', '积分核验', routes.pointsVerify),
      ),
    },
  ].filter(({ doors }) => doors.length > 0);
}

/** What those on the roster and in an office are called to. */
export const dutyDoors = (me: Me): Door[] =>
  when(hasRole(me, 'representative', 'liaison', 'presidium', 'admin'), {
    ...door('door-duties', '履职活动', routes.duties),
    isWhole: true,
  });
