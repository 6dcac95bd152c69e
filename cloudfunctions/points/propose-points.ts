import type { z } from 'zod';
import * as contract from '../../contract/points-proposals';
import { actingAs } from '../../domain/acting';
import { hasRole, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { about } from '../../domain/notice';
import { askedOf, type Ref } from '../../domain/points';
import { aboutOfRule, checkPropose, kindOfRule, settleFrom } from '../../domain/points-proposal';
import type { PointsRule } from '../../domain/points-rules';
import { addDays, startOfDay } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase, type Context } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import { inTransaction, type Tx } from '../store/database';
import { proposeAnew } from '../store/duty-proposals';
import * as media from '../store/media';
import * as notices from '../store/notices';
import { deskOf, tellOfDeduction } from '../store/points-notices';
import * as pointsProposals from '../store/points-proposals';
import * as pointsRules from '../store/points-rules';
import * as posts from '../store/posts';
import * as representatives from '../store/representatives';
import * as wishes from '../store/wishes';
import { viewProposal } from './view-proposal';

type Input = z.output<typeof contract.propose.input>;

const OLDEST_DAYS = 366;

const invalid = (details: Record<string, string>) => new DomainError('INVALID_INPUT', { details });

/** A manual item or a deduction: a second person confirms it; who is to lose points has a day to explain. */
export const proposePoints = useCase(contract.propose, async (input, context) => {
  const { caller, host } = context;
  const earlier = await pointsProposals.findByToken(caller.accountId, input.clientToken);
  if (earlier) return viewProposal(earlier, context);
  const person = await representatives.get(input.representativeId);
  checkPropose(input.rule, { representativeId: person._id, groupId: person.groupId }, caller);
  if (!person.active) throw invalid({ representativeId: '这位代表已不在名册上' });
  const at = dayOf(input, context);
  const rule = (await pointsRules.openBook([input.rule]))(input.at).rules.get(input.rule);
  if (!rule) throw invalid({ rule: '这条规则在那一天没有施行' });
  const amount = amountOf(input, rule);
  const { label, reason, evidence, photos = [] } = input;
  if (evidence === undefined && photos.length === 0) throw invalid({ evidence: `请填写或拍照上传：${rule.evidence}` });
  await checkText(host, label, reason, evidence);
  await media.checkPhotos(photos, caller.accountId);
  const kind = kindOfRule(input.rule);
  const proposal: pointsProposals.NewProposal = {
    _id: context.newId(),
    ...{ kind, rule: input.rule, representativeId: person._id, groupId: person.groupId, amount, at, reason },
    ref: await refOf(input, person._id),
    ...defined({ campaignId: await filedUnder(input) }),
    evidence: { ...defined({ text: evidence }), photos },
    proposed: { accountId: caller.accountId, who: whoProposes(caller, person._id), at: context.now },
    settleFrom: settleFrom(kind, context.now),
    clientToken: input.clientToken,
    ...(caller.representativeId === person._id ? { bySelf: true as const } : {}),
  };
  const isNew = await inTransaction(async (tx) => {
    if (!(await proposeAnew(proposal, tx))) return false;
    await media.markUsed(photos, tx);
    await tellOf(proposal, { rule, person }, context.now, tx);
    return true;
  });
  return viewProposal(isNew ? await pointsProposals.get(proposal._id) : await sameAgain(input, caller), context);
});

/** Of two calls with one token at once the second finds what the first has made. */
async function sameAgain({ clientToken }: Input, { accountId }: Caller): Promise<pointsProposals.PointsProposalDoc> {
  const same = await pointsProposals.findByToken(accountId, clientToken);
  if (!same) throw new DomainError('DUPLICATE', { message: '这件事已经提议过了，同一件事只记一次' });
  return same;
}

function dayOf({ at: day }: Input, { now }: Context): Date {
  const at = startOfDay(day);
  if (!at) throw invalid({ at: '没有这一天' });
  if (at > now) throw invalid({ at: '日期不能晚于今天' });
  if (at < addDays(now, -OLDEST_DAYS)) throw invalid({ at: '只能提议一年以内的事' });
  return at;
}

function amountOf({ amount }: Input, rule: PointsRule): { units: number } | { grade: string } {
  if (rule.grades && !(amount && 'grade' in amount)) throw invalid({ amount: '请选择档次' });
  if (!rule.grades && amount && 'grade' in amount) throw invalid({ amount: '这条规则没有档次' });
  const asked = amount ?? { units: 1 };
  askedOf(rule, asked);
  return asked;
}

const whoProposes = (caller: Caller, representativeId: string): string => {
  if (caller.representativeId === representativeId) return actingAs('representative', caller);
  return actingAs(hasRole(caller, 'presidium') ? 'presidium' : 'liaison', caller);
};

/** What makes it one thing: the wish or the post, the day of a visit, or the day and what it is called. */
async function refOf(input: Input, representativeId: string): Promise<Ref> {
  const { rule, wishId, postId, label, at } = input;
  const kind = aboutOfRule(rule);
  if (kind === undefined && (wishId ?? postId) !== undefined) throw invalid({ rule: '这条规则不关联心愿或晒单' });
  if (kind === 'wish' && wishId === undefined) throw invalid({ wishId: '请选择办结不实的心愿' });
  if (wishId !== undefined) return { kind: 'wish', id: wishId, label: await wishCode(input, wishId, representativeId) };
  if (postId !== undefined) {
    const { representativeId: author } = await posts.get(postId);
    if (author !== representativeId) throw invalid({ postId: '这条晒单不是这位代表发布的' });
    return { kind: 'post', id: postId, label };
  }
  return { kind: 'proposal', id: rule === 'W1' ? at : `${at}:${label}`, label };
}

async function wishCode({ rule }: Input, wishId: string, representativeId: string): Promise<string> {
  const { code, claimer, helpers = [], collectedBy, result } = await wishes.get(wishId);
  const tookPart = [claimer, ...helpers].some((one) => one?.representativeId === representativeId);
  if (rule === 'D6' && !(tookPart && result)) throw invalid({ wishId: '这个心愿不是这位代表办结的' });
  if (!tookPart && collectedBy?.representativeId !== representativeId) {
    throw invalid({ wishId: '这位代表没有收集或办理这个心愿' });
  }
  return code;
}

async function filedUnder({ campaignId, at }: Input): Promise<string | undefined> {
  if (campaignId === undefined) return undefined;
  const running = await campaigns.runningOn(at);
  if (running.some(({ _id }) => _id === campaignId)) return campaignId;
  throw invalid({ campaignId: '那一天没有这个主题实践活动，请重新选择' });
}

interface About {
  rule: PointsRule;
  person: representatives.RepresentativeDoc;
}

/** A deduction to the person, an award to who is to confirm it. */
async function tellOf(
  proposal: pointsProposals.NewProposal,
  { rule, person }: About,
  now: Date,
  tx: Tx,
): Promise<void> {
  if (proposal.kind === 'deduction') return tellOfDeduction(proposal, rule, now, tx);
  const text = `${person.name}：${rule.name}（${proposal.ref.label}），请核实后确认记分`;
  const desk = deskOf(proposal, person.position === 'leader');
  await notices.tell([desk], { about: about('proposal', proposal._id), text }, now, tx);
}
