/** What is said of an appeal: where it stands, until when it is answered, and why a button is not there. */
import type { Me } from '../../../../contract/account';
import type { AppealView } from '../../../../contract/points-appeals';
import { hasRole } from '../../../../domain/caller';
import { appealStatusLabels } from '../../../../domain/labels';
import type { Tone } from '../../../components/tag';
import { dayText } from '../../../platform/dates';

const tones = { open: 'amber', answered: 'blue', decided: 'plain' } as const satisfies Record<
  AppealView['status'],
  Tone
>;

export function appealMark({ status, decision }: AppealView): { text: string; tone: Tone } {
  if (!decision) return { text: appealStatusLabels[status], tone: tones[status] };
  return decision.accept ? { text: '支持申诉', tone: 'green' } : { text: '不支持申诉', tone: 'plain' };
}

/** What happens next; null once it is decided. */
export function waitText({ status, answerBy, overdue }: AppealView): string | null {
  if (status === 'decided') return null;
  if (status === 'answered') return '镇人大办已答复，等主席团作出最后决定。';
  if (overdue) return `镇人大办应在${dayText(answerBy)}前（5 个工作日内）答复，已经超期。`;
  return `镇人大办在${dayText(answerBy)}前（5 个工作日内）答复，主席团作出最后决定。`;
}

/** For those who settle appeals: why this one is not theirs. */
export function whyNotText({ status, allowed, representativeId }: AppealView, me: Me): string | null {
  if (status === 'decided' || !hasRole(me, 'presidium', 'admin')) return null;
  if (representativeId === me.representativeId) return '申诉的是您本人，须由其他人答复和决定。';
  if (allowed.includes('decide')) return null;
  return hasRole(me, 'presidium') ? '是您答复的，须由主席团另一位决定。' : '由主席团决定。';
}
