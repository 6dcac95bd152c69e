import { SYSTEM } from '../../domain/acting';
import { dutyKindLabels } from '../../domain/labels';
import { isActivity, needsSecond, pointsOfAttendance } from '../../domain/duty-points';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import type { Ref } from '../../domain/points';
import { BY_SYSTEM } from '../../domain/points-proposal';
import { addDays, chineseDate } from '../../domain/time';
import { defined } from '../kit/defined';
import type { Tx } from '../store/database';
import * as dutyProposals from '../store/duty-proposals';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import * as notices from '../store/notices';
import { payManyOnce, reverseOnce, type NewEntry } from '../store/points-book';
import type { NewProposal } from '../store/points-proposals';

export interface Booking {
  accountId: string;
  who: string;
  now: Date;
  newId: () => string;
}

/** Somebody's attendance on record, and the duty that it belongs to. */
export interface OnRecord {
  duty: DutyDoc;
  one: AttendanceDoc;
}

const refOf = ({ _id: id, title }: DutyDoc): Ref => ({ kind: 'duty', id, label: title });

const words = { present: '到会', leave: '请假', absent: '无故缺席', expected: '' } as const;

const reasonOf = ({ duty, one }: OnRecord): string =>
  `${chineseDate(duty.from)}${dutyKindLabels[duty.kind]}“${duty.title}”${words[one.status]}`;

/** Pays and proposes what these attendances earn and cost; a second time nothing. */
export async function bookAttendance(all: readonly OnRecord[], booking: Booking, tx: Tx): Promise<void> {
  const entries = all.flatMap((record) => entryOf(record, booking) ?? []);
  await payManyOnce(entries, tx);
  const proposals = all.flatMap((record) => proposalOf(record, booking) ?? []);
  for (const { proposal, kind } of proposals) {
    const isNew = await dutyProposals.proposeAnew(proposal, tx);
    if (isNew) await tellOf(proposal, booking.now, tx);
    if (!isActivity(kind)) continue;
    const further = { ...proposal, _id: booking.newId() };
    if (await dutyProposals.proposeTooMany(further, tx)) {
      await tellOf({ ...further, reason: '同月第三次无故缺席活动' }, booking.now, tx);
    }
  }
}

function entryOf(record: OnRecord, { accountId, now, newId }: Booking): NewEntry | null {
  const { duty, one } = record;
  const points = pointsOfAttendance(duty.kind, one);
  if (points?.how !== 'pay') return null;
  const { representativeId, groupId } = one;
  return {
    id: newId(),
    rule: points.rule,
    ...{ representativeId, groupId },
    amount: { units: points.units },
    at: duty.from,
    bookedAt: now,
    campaignId: duty.campaignId,
    ref: refOf(duty),
    reason: reasonOf(record),
    by: accountId,
    round: duty.round,
  };
}

function proposalOf(
  record: OnRecord,
  { accountId, who, now, newId }: Booking,
): { proposal: NewProposal; kind: DutyDoc['kind'] } | null {
  const { duty, one } = record;
  const points = pointsOfAttendance(duty.kind, one);
  if (points?.how !== 'propose') return null;
  const { representativeId, groupId } = one;
  return {
    kind: duty.kind,
    proposal: {
      _id: newId(),
      kind: 'deduction',
      rule: points.rule,
      ...{ representativeId, groupId },
      amount: { units: points.units },
      ref: refOf(duty),
      at: duty.from,
      ...defined({ campaignId: duty.campaignId }),
      reason: reasonOf(record),
      evidence: { text: `考勤由${who}确认`, photos: [] },
      proposed: needsSecond(points.rule) ? { accountId, who, at: now } : { accountId: BY_SYSTEM, who: SYSTEM, at: now },
      settleFrom: addDays(now, 1),
    },
  };
}

const tellOf = ({ _id, representativeId, reason }: NewProposal, at: Date, tx: Tx): Promise<void> =>
  notices.tell(
    [mailbox.representative(representativeId)],
    { about: about('proposal', _id), text: `${reason}，拟按规则扣分。24 小时内可以说明情况` },
    at,
    tx,
  );

/** Takes back what was booked and drops what is still proposed, once for each round. */
export async function takeBack(
  all: readonly OnRecord[],
  { accountId, who, now, newId, reason }: Booking & { reason: string },
  tx: Tx,
): Promise<void> {
  for (const { duty, one } of all) {
    const points = pointsOfAttendance(duty.kind, one);
    if (!points) continue;
    const { representativeId } = one;
    const deed = { rule: points.rule, representativeId, ref: refOf(duty) };
    if (points.how === 'pay') {
      await reverseOnce(deed, { id: newId(), at: now, reason, by: accountId }, tx, duty.round);
      continue;
    }
    const act = { accountId, who, at: now, reason, newId };
    await dutyProposals.withdraw(deed, act, tx);
    if (isActivity(duty.kind)) await dutyProposals.withdrawTooMany(representativeId, duty.from, act, tx);
  }
}
