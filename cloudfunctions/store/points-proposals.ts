/**
 * pointsProposals: what somebody, or a rule, wants to be booked and what is not booked yet: manual items, which a second
 * person confirms, and deductions, which lie open for 24 hours so that the representative can explain.
 */
import type { Filter } from 'mongodb';
import { DomainError } from '../../domain/errors';
import { deedKey, type Amount, type Ref } from '../../domain/points';
import { BY_SYSTEM, refThing, waitingStatuses, type Proposal, type ProposalStatus } from '../../domain/points-proposal';
import type { RuleCode } from '../../domain/points-rules';
import { afterPosition, decodeCursor, pageFrom, type Order, type Page } from './cursor';
import { collection, type Tx } from './database';

export interface PointsProposalDoc {
  _id: string;
  /** The deed (domain/points): one thing is proposed once for a person. */
  key: string;
  kind: 'award' | 'deduction';
  rule: RuleCode;
  representativeId: string;
  groupId: string;
  amount: Amount;
  ref: Ref;
  /** When the deed was done. */
  at: Date;
  campaignId?: string;
  reason: string;
  evidence: { text?: string; photos: string[] };
  /** 'system' where a rule proposed it. */
  proposed: { accountId: string; who: string; at: Date };
  /** explained: the representative has said something, so that a person has to decide. */
  status: ProposalStatus;
  /** A deduction is not booked before this. */
  settleFrom: Date;
  explanation?: { text: string; photos: string[]; at: Date };
  settled?: { accountId: string; who: string; at: Date; reason?: string };
  entryId?: string;
  /** Taken back by what it followed from: the same may follow anew, under another ref. */
  withdrawn?: true;
  /** The client's, of what somebody proposed by hand. */
  clientToken?: string;
  /** 自行申报: the person proposed it. */
  bySelf?: true;
  /** The Shanghai day of the last reminder that it waits. */
  remindedOn?: string;
}

const newest: Order = { name: 'newest', field: 'settleFrom', direction: -1 };
const due: Order = { name: 'due', field: 'settleFrom', direction: 1 };

export const pointsProposals = collection<PointsProposalDoc>('pointsProposals', [
  { key: { key: 1 }, name: 'key', unique: true },
  { key: { status: 1, settleFrom: 1, _id: 1 }, name: 'due' },
  { key: { status: 1, groupId: 1, settleFrom: 1, _id: 1 }, name: 'group' },
  { key: { representativeId: 1, settleFrom: -1, _id: -1 }, name: 'representative' },
  { key: { groupId: 1, settleFrom: -1, _id: -1 }, name: 'ofGroup' },
  { key: { settleFrom: -1, _id: -1 }, name: 'all' },
  { key: { status: 1, 'proposed.accountId': 1, settleFrom: 1, _id: 1 }, name: 'proposer' },
  {
    key: { 'proposed.accountId': 1, clientToken: 1 },
    name: 'clientToken',
    unique: true,
    partialFilterExpression: { clientToken: { $exists: true } },
  },
]);

export type NewProposal = Omit<
  PointsProposalDoc,
  'key' | 'status' | 'explanation' | 'settled' | 'entryId' | 'remindedOn'
>;

/** Whether it is proposed for the first time; in the transaction of what it follows from. */
export async function proposeOnce(proposal: NewProposal, tx: Tx): Promise<boolean> {
  const { rule, representativeId, ref } = proposal;
  const key = deedKey(rule, representativeId, ref);
  const { upsertedCount } = await (
    await pointsProposals()
  ).updateOne({ key }, { $setOnInsert: { ...proposal, status: 'open' } }, { upsert: true, session: tx });
  return upsertedCount === 1;
}

/** The proposal as the rules see it. */
export const asProposal = ({ proposed, ...doc }: PointsProposalDoc): Proposal => ({
  ...doc,
  proposedBy: proposed.accountId,
});

const within = (tx?: Tx) => (tx ? { session: tx } : {});

export async function get(id: string, tx?: Tx): Promise<PointsProposalDoc> {
  const found = await (await pointsProposals()).findOne({ _id: id }, within(tx));
  if (!found) throw new DomainError('NOT_FOUND', { message: '没有找到这项记分提议' });
  return found;
}

export async function findByToken(accountId: string, clientToken: string): Promise<PointsProposalDoc | null> {
  return (await pointsProposals()).findOne({ 'proposed.accountId': accountId, clientToken });
}

/** Those that follow from one thing under refs of its own: 'wish-id:2026-W48'. */
export async function listUnder(
  { rule, representativeId, ref }: Pick<PointsProposalDoc, 'rule' | 'representativeId' | 'ref'>,
  tx: Tx,
): Promise<PointsProposalDoc[]> {
  const from = `${rule}:${ref.kind}:${ref.id.split(':')[0] ?? ''}`;
  const found = await (
    await pointsProposals()
  )
    .find({ key: { $gte: `${from}:`, $lt: `${from};` } }, { session: tx })
    .toArray();
  return found.filter((one) => one.representativeId === representativeId);
}

/** Those by this rule about one thing, whomever they concern and however often they were proposed anew. */
export async function listAbout(
  { rule, ref: { kind, id } }: { rule: RuleCode; ref: Pick<Ref, 'kind' | 'id'> },
  tx: Tx,
): Promise<PointsProposalDoc[]> {
  const from = `${rule}:${kind}:${id}`;
  const found = await (
    await pointsProposals()
  )
    .find({ key: { $gte: `${from}:`, $lt: `${from}\u007f` } }, { session: tx })
    .toArray();
  return found.filter(({ ref }) => refThing(ref.id) === id);
}

/** Makes one move if nobody moved first, and answers the proposal as it now is; null when somebody did. */
export async function moveIn(
  { _id, status }: Pick<PointsProposalDoc, '_id' | 'status'>,
  set: Partial<Pick<PointsProposalDoc, 'status' | 'explanation' | 'settled' | 'entryId' | 'withdrawn'>>,
  tx: Tx,
): Promise<PointsProposalDoc | null> {
  return (await pointsProposals()).findOneAndUpdate(
    { _id, status },
    { $set: set },
    { session: tx, returnDocument: 'after' },
  );
}

export interface Listing {
  representativeId?: string | undefined;
  groupId?: string | undefined;
  status?: ProposalStatus | 'waiting' | undefined;
}

/** What waits by what is due first, the rest the newest first; one person's always so. */
export async function listPage(
  { representativeId, groupId, status }: Listing,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PointsProposalDoc>> {
  const order = status === 'waiting' && representativeId === undefined ? due : newest;
  const { name, field, direction } = order;
  const filter: Filter<PointsProposalDoc> = {
    ...(representativeId === undefined ? {} : { representativeId }),
    ...(groupId === undefined ? {} : { groupId }),
    ...(status === undefined ? {} : { status: status === 'waiting' ? { $in: [...waitingStatuses] } : status }),
    ...(cursor === undefined ? {} : afterPosition<PointsProposalDoc>(order, decodeCursor(cursor, name))),
  };
  const read = await (
    await pointsProposals()
  )
    .find(filter)
    .sort({ [field]: direction, _id: direction })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ settleFrom, _id }) => ({ at: settleFrom, id: _id }), name);
}

/** Deductions of a rule whose day is over and that nobody explained, the first due first. */
export async function listToBook(now: Date, except: readonly string[], limit: number): Promise<string[]> {
  const found = await (
    await pointsProposals()
  )
    .find(
      {
        status: 'open',
        'proposed.accountId': BY_SYSTEM,
        settleFrom: { $lte: now },
        kind: 'deduction',
        rule: { $ne: 'D5' },
        ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}),
      },
      { hint: 'proposer', projection: { _id: 1 } },
    )
    .sort({ settleFrom: 1, _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}

/** What a person has to decide and of which nobody has been reminded on `day`. */
export async function listToRemind(
  now: Date,
  day: string,
  except: readonly string[],
  limit: number,
): Promise<string[]> {
  const found = await (
    await pointsProposals()
  )
    .find(
      {
        status: { $in: [...waitingStatuses] },
        settleFrom: { $lte: now },
        remindedOn: { $ne: day },
        ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}),
      },
      { hint: 'due', projection: { _id: 1 } },
    )
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}

/** Takes the reminder of this day; null where it has been given, or nothing waits any more. */
export async function takeReminder(id: string, day: string, tx: Tx): Promise<PointsProposalDoc | null> {
  return (await pointsProposals()).findOneAndUpdate(
    { _id: id, status: { $in: [...waitingStatuses] }, remindedOn: { $ne: day } },
    { $set: { remindedOn: day } },
    { session: tx, returnDocument: 'after' },
  );
}
