import type { ProposalView } from '../../contract/points-proposals';
import type { Caller } from '../../domain/caller';
import { askedOf, pointsOf } from '../../domain/points';
import { catalogue } from '../../domain/points-catalogue';
import { allowedOn, booksItself, BY_SYSTEM, deciderLabels, deciderOf, refThing } from '../../domain/points-proposal';
import type { PointsRule, RuleBook, RuleCode } from '../../domain/points-rules';
import { shanghaiDay } from '../../domain/time';
import { defined } from '../kit/defined';
import type { Context } from '../kit/use-case';
import { viewPhotos } from '../kit/view-photos';
import * as groups from '../store/groups';
import { asProposal, type PointsProposalDoc } from '../store/points-proposals';
import * as pointsRules from '../store/points-rules';
import * as representatives from '../store/representatives';

type Viewing = Pick<Context, 'caller' | 'now' | 'host'>;

/** Proposals with their rule and people, for a whole page at once. */
export async function viewProposals(
  proposals: readonly PointsProposalDoc[],
  { caller, now, host }: Viewing,
): Promise<ProposalView[]> {
  const [bookOn, people, groupNames, photosOf] = await Promise.all([
    pointsRules.openBook([...new Set(proposals.map(({ rule }) => rule))]),
    representatives.listByIds([...new Set(proposals.map(({ representativeId }) => representativeId))]),
    groups.namesById(),
    viewPhotos(
      host,
      proposals.flatMap(({ evidence, explanation }) => [...evidence.photos, ...(explanation?.photos ?? [])]),
    ),
  ]);
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return proposals.map((proposal) => ({
    id: proposal._id,
    representative: names.get(proposal.representativeId) ?? '',
    groupName: groupNames.get(proposal.groupId) ?? '',
    ...viewAmount(proposal, bookOn),
    ...viewFacts(proposal),
    evidence: { ...defined({ text: proposal.evidence.text }), photos: photosOf(proposal.evidence.photos) },
    ...defined({
      explanation: proposal.explanation && {
        text: proposal.explanation.text,
        photos: photosOf(proposal.explanation.photos),
        at: proposal.explanation.at.toISOString(),
      },
    }),
    ...viewStand(proposal, caller, now),
  }));
}

/** A rule is in the catalogue as long as anything speaks of it. */
function ruleOf(code: RuleCode, book: RuleBook): PointsRule {
  const found = book.rules.get(code) ?? catalogue.find((rule) => rule.code === code);
  if (!found) throw new Error(`${code} is in no catalogue`);
  return found;
}

function viewAmount({ rule: code, at, amount }: PointsProposalDoc, bookOn: (day: string) => RuleBook) {
  const rule = ruleOf(code, bookOn(shanghaiDay(at)));
  const { tenths, how } = askedOf(rule, amount);
  return { ruleName: rule.name, points: pointsOf(tenths), how };
}

function viewFacts({ kind, rule, status, representativeId, groupId, at, ref, reason, proposed }: PointsProposalDoc) {
  return {
    ...{ kind, rule, status, representativeId, groupId, ref, reason },
    at: at.toISOString(),
    ...(ref.kind === 'wish' ? { wishId: refThing(ref.id) } : {}),
    ...(ref.kind === 'post' ? { postId: refThing(ref.id) } : {}),
    proposed: { who: proposed.who, at: proposed.at.toISOString(), bySystem: proposed.accountId === BY_SYSTEM },
  };
}

function viewStand(doc: PointsProposalDoc, caller: Caller, now: Date) {
  const proposal = asProposal(doc);
  const { settled, entryId } = doc;
  return {
    settleFrom: doc.settleFrom.toISOString(),
    booksItself: booksItself(proposal),
    decidedBy: deciderLabels[deciderOf(doc.rule)],
    ...defined({
      settled: settled && { who: settled.who, at: settled.at.toISOString(), ...defined({ reason: settled.reason }) },
      entryId,
    }),
    allowed: allowedOn(proposal, caller, now),
  };
}

export async function viewProposal(proposal: PointsProposalDoc, viewing: Viewing): Promise<{ proposal: ProposalView }> {
  const [view] = await viewProposals([proposal], viewing);
  if (!view) throw new Error(`proposal ${proposal._id} has no view`);
  return { proposal: view };
}
