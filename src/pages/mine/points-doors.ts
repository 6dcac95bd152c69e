import type { Me } from '../../../contract/account';
import { hasRole } from '../../../domain/caller';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { waitingText, when, type Door, type Section } from './door';
import type { Counts } from './use-counts';

const door = (id: string, text: string, route: string, parameters: Record<string, string> = {}): Door => ({
  id,
  text,
  onPress: () => open(route, parameters),
});

/** With what waits behind it, which needs the whole line. */
const counting = ({ text, ...plain }: Door, waiting: string): Door => ({
  ...plain,
  text: `${text}${waiting}`,
  isWhole: waiting !== '',
});

/** What can be explained can be for a day only. */
const proposals = ({ points }: Counts): Door => ({
  ...counting(
    door('door-proposals', '记分提议', routes.proposals),
    waitingText([points?.toExplain, '件待您说明'], [points?.toConfirm, '件待确认']),
  ),
  isUrgent: (points?.toExplain ?? 0) > 0,
});

const absences = ({ points }: Counts): Door =>
  counting(door('door-absences', '不在岗时段', routes.absences), waitingText([points?.absences, '件待确认']));

const appeals = ({ points }: Counts): Door =>
  counting(door('door-appeals', '积分申诉', routes.appeals), waitingText([points?.appeals, '件待处理']));

/** Only of those who lead nothing: the others have them among what they see to. */
const aboutOneself = (counts: Counts): Door[] => [
  proposals(counts),
  absences(counts),
  door('door-rules', '积分规则', routes.pointsRules),
];

/** One's own points and dossier; then, for those who lead, the work on everybody's. */
export function pointsSections(me: Me, counts: Counts): Section[] {
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
        ...(leads ? [] : aboutOneself(counts)),
      ),
    },
    {
      title: '积分和档案管理',
      doors: when(
        leads,
        proposals(counts),
        absences(counts),
        ...when(isOffice, appeals(counts)),
        ...when(!represents, door('door-entries', '代表积分明细', routes.entries)),
        door('door-rules', '积分规则', routes.pointsRules),
        ...when(isOffice, door('door-archive', '全部履职档案', routes.dossierArchive)),
        door('door-verify', '积分核验', routes.pointsVerify),
      ),
    },
  ].filter(({ doors }) => doors.length > 0);
}

/** What those on the roster and in an office are called to. */
export const dutyDoors = (me: Me, { duties }: Counts): Door[] =>
  when(hasRole(me, 'representative', 'liaison', 'presidium', 'admin'), {
    ...counting(
      door('door-duties', '履职活动', routes.duties),
      waitingText([duties?.leaves, '份请假待答复'], [duties?.toSettle, '次考勤待确认']),
    ),
    isWhole: true,
  });

export const campaignDoor = ({ campaigns }: Counts): Door =>
  counting(door('door-campaigns', '主题实践活动', routes.campaigns), waitingText([campaigns?.toRead, '份通知待阅读']));
