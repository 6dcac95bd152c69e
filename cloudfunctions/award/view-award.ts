import { awardActions, type AwardView } from '../../contract/award-views';
import { rankRows } from '../../domain/award';
import { allowedAwardMoves, isOpenLine, mayAnswerObjection, mayMoveAward } from '../../domain/award-moves';
import { decisionText, frozenFrom, noticeText, planLines } from '../../domain/award-texts';
import { hasRole, type Caller } from '../../domain/caller';
import { defined } from '../kit/defined';
import type { Context } from '../kit/use-case';
import { viewPhotos } from '../kit/view-photos';
import * as awardObjections from '../store/award-objections';
import * as awardRows from '../store/award-rows';
import type { AwardDoc } from '../store/awards';
import * as settings from '../store/settings';
import { standingOf } from './announcing';
import { asAward } from './move-award';
import { lastMoment } from './plan-of';
import { viewAnnounced, viewCandidates, viewNominations, worksOn, yearOf, type Viewer } from './view-people';

type Viewing = Pick<Context<Caller | null>, 'caller' | 'now' | 'host'>;

/** An award as this caller sees it: the only way in which a stored one leaves the server. */
export async function viewAward(award: AwardDoc, viewing: Viewing): Promise<{ award: AwardView }> {
  const { caller } = viewing;
  const { _id: id, name, year, status, plan, frozen, noticeUntil, rev } = award;
  const { quota, ...rules } = plan;
  const works = worksOn(award, caller);
  return {
    award: {
      ...{ id, name, year, status, rev },
      plan: { ...rules, quotaKind: quota.kind, quotaValue: quota.value },
      lines: planLines(plan),
      frozenFrom: frozenFrom(year).toISOString(),
      candidates: viewCandidates(award, viewing),
      nominations: viewNominations(award, viewing),
      announced: viewAnnounced(award, viewing),
      objections: await viewObjections(award, viewing),
      votes: works && hasRole(caller, 'presidium') ? votesOf(award) : [],
      winners: winnersOf(award),
      allowed: allowedOf(award, viewing),
      timeline: award.timeline
        .filter(({ what }) => works || isOpenLine(what))
        .map(({ at, who, what, note }) => ({ at: at.toISOString(), who, what, ...defined({ note }) })),
      ...defined({
        frozenAt: frozen?.at.toISOString(),
        noticeUntil: noticeUntil?.toISOString(),
        openObjections: works ? award.openObjections : undefined,
        decision: decisionOf(award),
        cancelled: award.cancelled && { ...award.cancelled, at: award.cancelled.at.toISOString() },
        mine: await ownPlace(award, caller),
      }),
      ...(works ? await textsOf(award) : {}),
    },
  };
}

const winnersOf = ({ winners, announced }: AwardDoc): AwardView['winners'] =>
  winners.map(({ representativeId, name }) => ({
    ...{ representativeId, name },
    groupName: announced.find((one) => one.representativeId === representativeId)?.groupName ?? '',
  }));

const votesOf = ({ votes, candidates }: AwardDoc): AwardView['votes'] => {
  const names = new Map(candidates.map(({ representativeId, name }) => [representativeId, name]));
  return votes.map(({ who, at, chosen, note }) => ({
    ...{ who, at: at.toISOString(), chosen: chosen.map((id) => names.get(id) ?? '') },
    ...defined({ note }),
  }));
};

const decisionOf = ({ decision }: AwardDoc): AwardView['decision'] =>
  decision && { ...decision, at: decision.at.toISOString() };

/** What may be done now: the table's moves, where their day has come. */
function allowedOf(award: AwardDoc, { caller, now }: Viewer): AwardView['allowed'] {
  const { plan, noticeUntil, openObjections } = award;
  const moves: string[] = allowedAwardMoves(asAward(award), caller);
  const hasNominated = award.nominations.filter(({ groupId }) => groupId === caller?.groupId).length;
  const isNominating = now <= lastMoment(plan.nominateUntil) && plan.byNomination > 0;
  const isNoticeOver = noticeUntil === undefined || now > noticeUntil;
  const days: Partial<Record<(typeof awardActions)[number], boolean>> = {
    nominate: isNominating && hasNominated < plan.byNomination,
    review: !isNominating,
    object: !isNoticeOver,
    decide: noticeUntil !== undefined && isNoticeOver && openObjections === 0,
    reconsider: openObjections === 0,
  };
  const readings = award.frozen !== undefined && worksOn(award, caller) ? ['compare', 'export'] : [];
  return awardActions.filter(
    (action) => readings.includes(action) || (moves.includes(action) && (days[action] ?? true)),
  );
}

/** The caller's own place, so that nobody has to ask why they are no candidate. */
async function ownPlace(award: AwardDoc, caller: Caller | null): Promise<AwardView['mine']> {
  if (award.status === 'plan' || caller?.representativeId === undefined) return undefined;
  const rows = rankRows(award.plan, await awardRows.listByGroupOf(award._id, caller.representativeId));
  const own = rows.find(({ representativeId }) => representativeId === caller.representativeId);
  if (!own) return undefined;
  return { ...yearOf(own), rank: own.rank, ...defined({ leftOut: own.leftOut }) };
}

/** The office reads all, everybody else what they said themselves. */
async function viewObjections(award: AwardDoc, { caller, host }: Viewing): Promise<AwardView['objections']> {
  if (caller === null || award.round === 0) return [];
  const works = worksOn(award, caller);
  const found = await awardObjections.listByAward(award._id, works ? undefined : caller.accountId);
  const photosOf = await viewPhotos(
    host,
    found.flatMap(({ photos }) => photos),
  );
  const names = new Map(award.candidates.map(({ representativeId, name }) => [representativeId, name]));
  const mayAnswer = mayMoveAward('answer', asAward(award), caller);
  return found.map((objection) => {
    const { _id: id, representativeId, text, photos, at, who, answer } = objection;
    return {
      ...{ id, text, photos: photosOf(photos), at: at.toISOString() },
      isMine: objection.accountId === caller.accountId,
      allowed: mayAnswer && mayAnswerObjection(objection, caller) ? ['answer'] : [],
      ...defined({ representativeId, name: names.get(representativeId ?? ''), who: works ? who : undefined }),
      ...(answer
        ? { answer: { upheld: answer.upheld, reason: answer.reason, who: answer.who, at: answer.at.toISOString() } }
        : {}),
    };
  });
}

async function textsOf(award: AwardDoc): Promise<Pick<AwardView, 'noticeText' | 'decisionText'>> {
  const { announced, noticeUntil, decision, name: title } = award;
  if (announced.length === 0 || !noticeUntil || award.cancelled) return {};
  const { town } = await settings.get();
  return {
    noticeText: noticeText({ town, title, until: noticeUntil }, standingOf(announced)),
    ...(decision ? { decisionText: decisionText({ town, title, ...decision }, winnersOf(award)) } : {}),
  };
}
