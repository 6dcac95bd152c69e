/** campaignReads: who confirmed having read the mobilisation notice of a campaign, once each. */
import { collection, type Tx } from './database';

export interface CampaignReadDoc {
  /** '<campaign>|<representative>' */
  _id: string;
  campaignId: string;
  representativeId: string;
  at: Date;
}

const reads = collection<CampaignReadDoc>('campaignReads', [{ key: { campaignId: 1 }, name: 'campaign' }]);

const idOf = (campaignId: string, representativeId: string): string => `${campaignId}|${representativeId}`;

/** Answers when it was read first: saying so again, also much later, changes nothing. */
export async function confirmOnce(campaignId: string, representativeId: string, at: Date): Promise<Date> {
  const read = await (
    await reads()
  ).findOneAndUpdate(
    { _id: idOf(campaignId, representativeId) },
    { $setOnInsert: { campaignId, representativeId, at } },
    { upsert: true, returnDocument: 'after' },
  );
  return read?.at ?? at;
}

export async function readAt(campaignId: string, representativeId: string): Promise<Date | undefined> {
  return (await (await reads()).findOne({ _id: idOf(campaignId, representativeId) }))?.at;
}

/** When each of these read it: those who did. */
export async function readBy(
  campaignId: string,
  representativeIds: readonly string[],
  tx?: Tx,
): Promise<Map<string, Date>> {
  if (representativeIds.length === 0) return new Map();
  const ids = representativeIds.map((id) => idOf(campaignId, id));
  const found = await (await reads()).find({ _id: { $in: ids } }, { ...(tx ? { session: tx } : {}) }).toArray();
  return new Map(found.map(({ representativeId, at }) => [representativeId, at]));
}

/** Those of the campaigns that this representative has read. */
export async function readOf(representativeId: string, campaignIds: readonly string[]): Promise<Set<string>> {
  if (campaignIds.length === 0) return new Set();
  const ids = campaignIds.map((id) => idOf(id, representativeId));
  const found = await (await reads()).find({ _id: { $in: ids } }).toArray();
  return new Set(found.map(({ campaignId }) => campaignId));
}

/** Everybody who has: as many as the town has representatives at most. */
export async function readersOf(campaignId: string): Promise<Set<string>> {
  const found = (await reads())
    .find({ campaignId })
    .project<Pick<CampaignReadDoc, 'representativeId'>>({ representativeId: 1, _id: 0 });
  return new Set((await found.toArray()).map(({ representativeId }) => representativeId));
}
