/** awardObjections: 异议 during 公示, one of each account for each candidate. */
import { DomainError } from '../../domain/errors';
import { collection, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';

export interface AwardObjectionDoc {
  _id: string;
  awardId: string;
  /** None: it concerns the whole. */
  representativeId?: string;
  /** Of the award's 公示: another one may be objected to anew. */
  round: number;
  accountId: string;
  /** For the office alone. */
  who: string;
  text: string;
  photos: string[];
  at: Date;
  answer?: { upheld: boolean; reason: string; accountId: string; who: string; at: Date };
}

const awardObjections = collection<AwardObjectionDoc>('awardObjections', [
  { key: { awardId: 1, accountId: 1, round: 1, representativeId: 1 }, name: 'once', unique: true },
  { key: { awardId: 1, at: 1, _id: 1 }, name: 'award' },
]);

/** Throws DUPLICATE for a second of the same person about the same. */
export async function insert(objection: AwardObjectionDoc, tx: Tx): Promise<void> {
  try {
    await (await awardObjections()).insertOne(objection, { session: tx });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new DomainError('DUPLICATE', { message: '您已经提出过异议，人大办会在公示期内答复' });
  }
}

/** Every one of an award, the first said first. */
export async function listAll(awardId: string): Promise<AwardObjectionDoc[]> {
  return (await awardObjections()).find({ awardId }).sort({ at: 1, _id: 1 }).toArray();
}

/** The same for a page, of one account only its own: however many there are, those that wait for an answer come first. */
export async function listByAward(awardId: string, accountId?: string): Promise<AwardObjectionDoc[]> {
  return (await awardObjections())
    .find({ awardId, ...(accountId === undefined ? {} : { accountId }) })
    .sort({ 'answer.at': 1, at: 1, _id: 1 })
    .limit(500)
    .toArray();
}

export async function get(id: string, awardId: string): Promise<AwardObjectionDoc> {
  const found = await (await awardObjections()).findOne({ _id: id, awardId });
  if (!found) throw new DomainError('NOT_FOUND', { message: '没有找到这条异议' });
  return found;
}

/** false where it has been answered before. */
export async function answerIfOpen(
  id: string,
  answer: NonNullable<AwardObjectionDoc['answer']>,
  tx: Tx,
): Promise<boolean> {
  const open = { _id: id, answer: { $exists: false } };
  const { matchedCount } = await (await awardObjections()).updateOne(open, { $set: { answer } }, { session: tx });
  return matchedCount === 1;
}
