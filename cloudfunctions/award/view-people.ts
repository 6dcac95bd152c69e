/** The persons of an award as this caller sees them: candidates, nominations, and whom 公示 names. */
import type { AnnouncedView, AwardView, CandidateView } from '../../contract/award-views';
import type { AwardCandidate } from '../../domain/award';
import { isCandidate, mayConfirmCheck, mayMoveAward, mayNominate, maySignNomination } from '../../domain/award-moves';
import { hasRole, seesTown, type Caller } from '../../domain/caller';
import { pointsOf, shownTenths } from '../../domain/points';
import { defined } from '../kit/defined';
import type { AwardDoc } from '../store/awards';
import { asAward } from './move-award';
import { lastMoment } from './plan-of';
import { summaryOf } from './summaries';

export interface Viewer {
  caller: Caller | null;
  now: Date;
}

/** Whoever works on it for the town; a candidate does not, whatever their office. */
export const worksOn = (award: AwardDoc, caller: Caller | null): boolean =>
  caller !== null && seesTown(caller) && !isCandidate(asAward(award), caller);

const leadsGroup = (groupId: string, caller: Caller | null): boolean =>
  caller !== null && hasRole(caller, 'liaison') && caller.groupId === groupId;

const isSelf = (representativeId: string, caller: Caller | null): boolean =>
  caller !== null && caller.representativeId === representativeId;

const saidOf = ({ who, at }: { who: string; at: Date }) => ({ who, at: at.toISOString() });

export const yearOf = ({
  tenths,
  present,
  days,
  adjusted,
}: Pick<AwardCandidate, 'tenths' | 'present' | 'days' | 'adjusted'>) => ({
  points: pointsOf(shownTenths(tenths)),
  present,
  days,
  adjusted: adjusted / 100,
});

function checkOf({ checks }: AwardDoc, id: string): CandidateView['check'] {
  const check = checks.find(({ representativeId }) => representativeId === id);
  if (!check) return undefined;
  const { clear, reason, by, confirmed } = check;
  return { clear, reason, by: saidOf(by), ...(confirmed ? { confirmed: saidOf(confirmed) } : {}) };
}

function allowedOn(award: AwardDoc, id: string, caller: Caller | null): CandidateView['allowed'] {
  if (caller === null) return [];
  const check = award.checks.find(({ representativeId }) => representativeId === id);
  return [
    ...(mayMoveAward('check', asAward(award), caller) ? (['check'] as const) : []),
    ...(mayMoveAward('confirmCheck', asAward(award), caller) && mayConfirmCheck(check, caller)
      ? (['confirmCheck'] as const)
      : []),
    ...(mayMoveAward('describe', asAward(award), caller) ? (['describe'] as const) : []),
  ];
}

/** The office sees all, a group's leaders those of their group, a candidate themself. */
export function viewCandidates(award: AwardDoc, { caller }: Viewer): CandidateView[] {
  const works = worksOn(award, caller);
  const votesFor = (id: string): number => award.votes.filter(({ chosen }) => chosen.includes(id)).length;
  return award.candidates
    .filter(({ groupId, representativeId }) => works || leadsGroup(groupId, caller) || isSelf(representativeId, caller))
    .map((candidate) => {
      const { representativeId: id, name, groupId, groupName, rank, deeds, by, vetoes } = candidate;
      return {
        ...{ representativeId: id, name, groupId, groupName, rank, deeds, by, vetoes, ...yearOf(candidate) },
        flags: works ? award.flags.filter((flag) => flag.representativeId === id).map(({ text }) => text) : [],
        allowed: works ? allowedOn(award, id, caller) : [],
        ...defined({
          summary: summaryOf(award, id),
          check: works ? checkOf(award, id) : undefined,
          votes: works && hasRole(caller, 'presidium') ? votesFor(id) : undefined,
        }),
      };
    });
}

export function viewNominations(award: AwardDoc, { caller, now }: Viewer): AwardView['nominations'] {
  const isOpen = award.status === 'candidates' && now <= lastMoment(award.plan.nominateUntil);
  const groupNames = new Map(award.candidates.map(({ groupId, groupName }) => [groupId, groupName]));
  return award.nominations
    .filter(({ groupId }) => worksOn(award, caller) || leadsGroup(groupId, caller))
    .map((nomination) => {
      const { representativeId, name, groupId, reason, proposed, signed } = nomination;
      return {
        ...{
          representativeId,
          name,
          groupId,
          groupName: groupNames.get(groupId) ?? '',
          reason,
          proposed: saidOf(proposed),
        },
        ...defined({ summary: summaryOf(award, representativeId), signed: signed && saidOf(signed) }),
        allowed: [
          ...(isOpen && caller && maySignNomination(nomination, caller) ? (['sign'] as const) : []),
          ...(isOpen && caller && mayNominate(nomination, caller) ? (['withdraw'] as const) : []),
        ],
      };
    });
}

/** 公示 is for everybody, unless it was cancelled; why somebody was taken off, for the office and the person. */
export function viewAnnounced(award: AwardDoc, { caller, now }: Viewer): AnnouncedView[] {
  const { status, announced, winners } = award;
  const works = worksOn(award, caller);
  if (status === 'cancelled' && !works) return [];
  return announced.map(({ representativeId, name, groupName, summary, from, until, removed }) => {
    const isSelfHere = isSelf(representativeId, caller);
    const isUp = !removed && status === 'notice';
    const hasWon = winners.some((winner) => winner.representativeId === representativeId);
    return {
      ...{ representativeId, name, groupName, summary, isRemoved: removed !== undefined },
      ...{ from: from.toISOString(), until: until.toISOString() },
      ...defined({ removedBecause: works || isSelfHere ? removed?.reason : undefined }),
      allowed: [
        ...(isUp && caller && !isSelfHere && now <= until ? (['object'] as const) : []),
        ...(isUp && caller && mayMoveAward('dismiss', asAward(award), caller) ? (['dismiss'] as const) : []),
        ...(hasWon && (seesTown(caller) || isSelfHere) ? (['certificate'] as const) : []),
      ],
    };
  });
}
