/** What is said of a proposal: where it stands, until when one explains, and why a button is not there. */
import type { Me } from '../../../contract/account';
import type { ProposalView } from '../../../contract/points-proposals';
import { hasRole } from '../../../domain/caller';
import { HOUR_MS } from '../../../domain/time';
import type { Tone } from '../../components/tag';
import { timeText } from '../../platform/dates';

export const statusMarks = {
  open: { text: '待确认', tone: 'amber' },
  explained: { text: '已说明，待决定', tone: 'blue' },
  booked: { text: '已记分', tone: 'green' },
  dropped: { text: '不予记分', tone: 'plain' },
} as const satisfies Record<ProposalView['status'], { text: string; tone: Tone }>;

export const isWaiting = ({ status }: Pick<ProposalView, 'status'>): boolean =>
  status === 'open' || status === 'explained';

function leftText(until: Date, now: Date): string {
  const hours = Math.floor((until.getTime() - now.getTime()) / HOUR_MS);
  return hours < 1 ? '不到 1 小时' : `还有 ${hours} 小时`;
}

/** Of what waits: what happens next and when; null once it is settled. */
export function nextText(proposal: ProposalView, now: Date): string | null {
  const { kind, status, settleFrom, booksItself, decidedBy } = proposal;
  if (!isWaiting(proposal)) return null;
  if (kind === 'award') return `等${decidedBy}确认，确认后记分。`;
  const end = new Date(settleFrom);
  if (now >= end) return `24 小时说明期已满，${booksItself ? '系统随后自动扣分' : `等${decidedBy}决定`}。`;
  if (status === 'explained') return `本人已说明情况，${timeText(settleFrom)} 以后由${decidedBy}决定扣不扣。`;
  const then = booksItself ? '没有说明的，到时自动扣分。' : `之后由${decidedBy}决定扣不扣。`;
  return `${timeText(settleFrom)} 前本人可以说明情况（${leftText(end, now)}）。${then}`;
}

/** For those who decide: why it is not theirs to confirm, or not yet. */
export function whyNotText(proposal: ProposalView, me: Me, now: Date): string | null {
  const { allowed, representativeId, kind, settleFrom, decidedBy } = proposal;
  if (!isWaiting(proposal) || allowed.includes('confirm') || !hasRole(me, 'liaison', 'presidium', 'admin')) return null;
  if (representativeId === me.representativeId) return '这是关于您本人的，须由其他人确认。';
  if (kind === 'deduction' && now < new Date(settleFrom)) {
    return `24 小时说明期未满，${timeText(settleFrom)} 以后由${decidedBy}确认。`;
  }
  return `由${decidedBy}确认，提议人自己不能确认。`;
}

/** What becomes of a post when 泄露群众隐私 (D8) is confirmed; null for what hides nothing anyway. */
export function hidingText({ rule, postId }: { rule: string; postId?: string | undefined }): string | null {
  if (rule !== 'D8') return null;
  return postId === undefined
    ? '没有关联晒单，确认扣分时不会隐藏任何内容。'
    : '确认扣分时，关联的这条晒单同时隐藏，本人会收到通知。';
}
