/** What people are told of 记分提议. */
import { mailbox, type Mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { askedOf, limitedText, pointsOf } from '../../domain/points';
import { deciderOf } from '../../domain/points-proposal';
import type { PointsRule } from '../../domain/points-rules';
import { shanghaiMinute } from '../../domain/time';
import type { Tx } from './database';
import * as notices from './notices';
import type { PointsEntryDoc } from './points-entries';
import type { NewProposal, PointsProposalDoc } from './points-proposals';

/** Which rule, how much, why, how long and where to explain. */
export function tellOfDeduction(proposal: NewProposal, rule: PointsRule, now: Date, tx: Tx): Promise<void> {
  const points = -pointsOf(askedOf(rule, proposal.amount).tenths);
  const until = shanghaiMinute(proposal.settleFrom);
  return notices.tell(
    [mailbox.representative(proposal.representativeId)],
    {
      about: about('proposal', proposal._id),
      text: `拟扣 ${points} 分（${rule.name}）：${proposal.reason}。${until} 前可以点开说明情况`,
    },
    now,
    tx,
  );
}

/** On whose desk it lies; of a 组长's own with 人大办. */
export function deskOf({ rule, groupId }: Pick<NewProposal, 'rule' | 'groupId'>, isOfLeader: boolean): Mailbox {
  const decider = deciderOf(rule);
  if (decider === 'office' || isOfLeader) return mailbox.presidium();
  return decider === 'leader' ? mailbox.leader(groupId) : mailbox.liaison(groupId);
}

function bookedText({ deltaTenths, limitedBy }: PointsEntryDoc): string {
  if (limitedBy !== undefined) return limitedText(limitedBy, deltaTenths);
  return deltaTenths < 0 ? `扣 ${-pointsOf(deltaTenths)} 分` : `加 ${pointsOf(deltaTenths)} 分`;
}

type Told = Pick<PointsProposalDoc, '_id' | 'representativeId' | 'kind' | 'ref'>;

export function tellOfBooking(
  { _id, representativeId, kind, ref }: Told,
  entry: PointsEntryDoc,
  ruleName: string,
  now: Date,
  tx: Tx,
): Promise<void> {
  const appeal = kind === 'deduction' ? '。不服可在 7 天内申诉' : '';
  const text = `“${ruleName}”（${ref.label}）已记分：${bookedText(entry)}${appeal}`;
  return notices.tell([mailbox.representative(representativeId)], { about: about('proposal', _id), text }, now, tx);
}

/** To the person, and to whoever else proposed it. */
export function tellOfDropping(proposal: PointsProposalDoc, ruleName: string, now: Date, tx: Tx): Promise<void> {
  const { _id, representativeId, ref, settled, proposed, bySelf } = proposal;
  const isOthers = bySelf === undefined && proposed.accountId !== 'system' && proposed.accountId !== settled?.accountId;
  return notices.tell(
    [mailbox.representative(representativeId), ...(isOthers ? [mailbox.account(proposed.accountId)] : [])],
    { about: about('proposal', _id), text: `“${ruleName}”（${ref.label}）不记分：${settled?.reason ?? ''}` },
    now,
    tx,
  );
}
