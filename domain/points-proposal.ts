/**
 * 记分提议: manual items, which a second person confirms, and deductions, which lie open for 24 hours with a place to
 * explain. Who may do what; what follows from it is the server's. Nobody confirms their own. Source: practice notes,
 * "Fairness rules".
 */
import { hasRole, seesTown, type Caller } from './caller';
import { DomainError } from './errors';
import type { RefKind } from './points';
import { catalogue } from './points-catalogue';
import type { RuleCode, RulePart, RuleWay } from './points-rules';
import { HOUR_MS } from './time';

/** open 待确认 → explained 已说明 (deductions) → booked 已记分 | dropped 不记分. */
export const proposalStatuses = ['open', 'explained', 'booked', 'dropped'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** Those that are not settled. */
export const waitingStatuses = ['open', 'explained'] as const satisfies readonly ProposalStatus[];

export const proposalActions = ['explain', 'confirm', 'drop'] as const;
export type ProposalAction = (typeof proposalActions)[number];

export type ProposalKind = 'award' | 'deduction';

/** The account behind what a rule proposed. */
export const BY_SYSTEM = 'system';

export const EXPLAIN_HOURS = 24;

/** What the rules know of a proposal. */
export interface Proposal {
  kind: ProposalKind;
  rule: RuleCode;
  representativeId: string;
  groupId: string;
  /** The account, or 'system'. */
  proposedBy: string;
  status: ProposalStatus;
  settleFrom: Date;
}

/** What a rule says about who proposes by it; neither part nor way ever changes. */
interface RuleTraits {
  code: RuleCode;
  part: RulePart;
  way: RuleWay;
}

const traits = new Map<RuleCode, RuleTraits>(catalogue.map((rule) => [rule.code, rule]));

function traitsOf(code: RuleCode): RuleTraits {
  const found = traits.get(code);
  if (!found) throw new Error(`${code} is in no catalogue`);
  return found;
}

export const kindOfRule = (code: RuleCode): ProposalKind =>
  traitsOf(code).part === 'deduction' ? 'deduction' : 'award';

/** An award may be confirmed at once; a deduction leaves a day to explain. */
export const settleFrom = (kind: ProposalKind, at: Date): Date =>
  kind === 'award' ? at : new Date(at.getTime() + EXPLAIN_HOURS * HOUR_MS);

/** S3 follows from 精选, and from nothing else. */
const isByHand = ({ code, way }: RuleTraits): boolean => (way === 'form' || way === 'manual') && code !== 'S3';

export interface Person {
  representativeId: string;
  groupId: string;
}

const isSelf = ({ representativeId }: Pick<Person, 'representativeId'>, caller: Caller): boolean =>
  caller.representativeId === representativeId;

/** 组长、联络员 of the group, and 主席团. */
const proposesFor = ({ groupId }: Pick<Person, 'groupId'>, caller: Caller): boolean =>
  hasRole(caller, 'presidium') || (hasRole(caller, 'liaison') && caller.groupId === groupId);

/** Whether one may propose by this rule for oneself, and for others: 自行申报 adds, and takes nothing off. */
export function mayProposeBy(code: RuleCode, caller: Caller): { forSelf: boolean; forOthers: boolean } {
  const isOpen = isByHand(traitsOf(code));
  return {
    forSelf: isOpen && kindOfRule(code) === 'award' && caller.representativeId !== undefined,
    forOthers: isOpen && hasRole(caller, 'liaison', 'presidium'),
  };
}

export const mayPropose = (code: RuleCode, person: Person, caller: Caller): boolean => {
  const { forSelf, forOthers } = mayProposeBy(code, caller);
  return isSelf(person, caller) ? forSelf : forOthers && proposesFor(person, caller);
};

/** Throws INVALID_INPUT for a rule that nobody proposes by, FORBIDDEN for somebody else's person. */
export function checkPropose(code: RuleCode, person: Person, caller: Caller): void {
  if (!isByHand(traitsOf(code))) {
    const rule = code === 'S3' ? '请在晒单上点“精选”，系统会自动提请确认' : '这条规则由系统按记录自动记分，不用提议';
    throw new DomainError('INVALID_INPUT', { message: rule, details: { rule } });
  }
  if (mayPropose(code, person, caller)) return;
  const message = isSelf(person, caller) ? '扣分事项不由本人提议' : '只能为本人申报，联络员可以为本组代表提议';
  throw new DomainError('FORBIDDEN', { message });
}

/** What a proposal by this rule is about beside its words: D6 is of a wish, D7 and D8 may be of a wish or a post. */
export const aboutOfRule = (code: RuleCode): 'wish' | 'thing' | undefined => {
  if (code === 'D6') return 'wish';
  return code === 'D7' || code === 'D8' ? 'thing' : undefined;
};

/** The wish, post or duty of a ref that says more: 'wish-id:2026-W48', or 'duty-id~1' once it was withdrawn. */
export const refThing = (refId: string): string => refId.split(/[:~]/)[0] ?? refId;

/** Booked, they take back what the thing has paid. */
export const RULES_THAT_TAKE_BACK: ReadonlySet<RuleCode> = new Set(['D6', 'D7']);

/** Booked, it hides the post that it names: 泄露群众隐私. */
export const hidesPost = ({ rule, ref }: { rule: RuleCode; ref: { kind: RefKind } }): boolean =>
  rule === 'D8' && ref.kind === 'post';

/** Who decides beside 人大办: the group's 组长 or 联络员 what a member reports, its 组长 alone a quarter without a deed. */
export function deciderOf(code: RuleCode): 'liaison' | 'leader' | 'office' {
  if (code === 'D5') return 'leader';
  return traitsOf(code).way === 'form' ? 'liaison' : 'office';
}

export const deciderLabels = { liaison: '组长、联络员', leader: '组长', office: '人大办' } as const;

function decides({ rule, groupId }: Proposal, caller: Caller): boolean {
  if (seesTown(caller)) return true;
  if (caller.groupId !== groupId || !hasRole(caller, 'liaison')) return false;
  const decider = deciderOf(rule);
  return decider === 'liaison' || (decider === 'leader' && caller.position === 'leader');
}

const isProposer = ({ proposedBy }: Proposal, { accountId }: Caller): boolean => proposedBy === accountId;

const isWaiting = ({ status }: Pick<Proposal, 'status'>): boolean =>
  (waitingStatuses as readonly ProposalStatus[]).includes(status);

/** Unless somebody explains: what a rule found out is booked when the day is over; D5 waits for 组长. */
export const booksItself = ({
  kind,
  rule,
  proposedBy,
  status,
}: Pick<Proposal, 'kind' | 'rule' | 'proposedBy' | 'status'>): boolean =>
  kind === 'deduction' && proposedBy === BY_SYSTEM && rule !== 'D5' && status === 'open';

export const isDueToBook = (proposal: Proposal, now: Date): boolean =>
  booksItself(proposal) && proposal.settleFrom <= now;

export const maySee = (proposal: Proposal, caller: Caller): boolean =>
  isSelf(proposal, caller) ||
  isProposer(proposal, caller) ||
  seesTown(caller) ||
  (hasRole(caller, 'liaison') && caller.groupId === proposal.groupId);

export const mayExplain = (proposal: Proposal, caller: Caller, now: Date): boolean =>
  proposal.kind === 'deduction' && isSelf(proposal, caller) && proposal.status === 'open' && now < proposal.settleFrom;

const isSecond = (proposal: Proposal, caller: Caller): boolean =>
  decides(proposal, caller) && !isProposer(proposal, caller) && !isSelf(proposal, caller);

export const mayConfirm = (proposal: Proposal, caller: Caller, now: Date): boolean =>
  isWaiting(proposal) && isSecond(proposal, caller) && proposal.settleFrom <= now;

/** A second person, or who proposed it and takes it back. */
export const mayDrop = (proposal: Proposal, caller: Caller): boolean =>
  isWaiting(proposal) && (isProposer(proposal, caller) || isSecond(proposal, caller));

export const allowedOn = (proposal: Proposal, caller: Caller, now: Date): ProposalAction[] => [
  ...(mayExplain(proposal, caller, now) ? (['explain'] as const) : []),
  ...(mayConfirm(proposal, caller, now) ? (['confirm'] as const) : []),
  ...(mayDrop(proposal, caller) ? (['drop'] as const) : []),
];

const settledTexts = {
  open: '这项提议还没有说明',
  explained: '已经说明过情况，等有关人员决定',
  booked: '这项提议已经记分',
  dropped: '这项提议已经决定不记分',
} as const satisfies Record<ProposalStatus, string>;

export const wrongProposalState = ({ status }: Pick<Proposal, 'status'>): DomainError =>
  new DomainError('WRONG_STATE', { message: settledTexts[status], details: { status } });

/** Throws FORBIDDEN for anybody but the person, WRONG_STATE once the day is over or something has been said or decided. */
export function checkExplain(proposal: Proposal, caller: Caller, now: Date): void {
  if (!isSelf(proposal, caller)) throw new DomainError('FORBIDDEN', { message: '只有本人可以说明情况' });
  if (proposal.kind === 'award') throw new DomainError('WRONG_STATE', { message: '加分事项不需要说明情况' });
  if (proposal.status !== 'open') throw wrongProposalState(proposal);
  if (mayExplain(proposal, caller, now)) return;
  throw new DomainError('WRONG_STATE', {
    message: `${EXPLAIN_HOURS} 小时的说明期已过，记分后 7 天内可以申诉`,
    details: { until: proposal.settleFrom.toISOString() },
  });
}

function checkSecond(proposal: Proposal, caller: Caller, what: string): void {
  if (isSelf(proposal, caller)) {
    throw new DomainError('FORBIDDEN', { message: `这是您本人的记分事项，请由其他人${what}` });
  }
  if (isProposer(proposal, caller)) {
    throw new DomainError('FORBIDDEN', { message: `这项是您提议的，请由另一位${what}` });
  }
  if (decides(proposal, caller)) return;
  throw new DomainError('FORBIDDEN', { message: `这项由${deciderLabels[deciderOf(proposal.rule)]}${what}` });
}

/** Throws FORBIDDEN for who is no second person, WRONG_STATE for what is settled or still open to be explained. */
export function checkConfirm(proposal: Proposal, caller: Caller, now: Date): void {
  checkSecond(proposal, caller, '确认');
  if (!isWaiting(proposal)) throw wrongProposalState(proposal);
  if (proposal.settleFrom <= now) return;
  throw new DomainError('WRONG_STATE', {
    message: `提议后 ${EXPLAIN_HOURS} 小时内本人可以说明情况，过后才能确认扣分`,
    details: { settleFrom: proposal.settleFrom.toISOString() },
  });
}

export function checkDrop(proposal: Proposal, caller: Caller): void {
  if (!isProposer(proposal, caller)) checkSecond(proposal, caller, '决定');
  if (!isWaiting(proposal)) throw wrongProposalState(proposal);
}
