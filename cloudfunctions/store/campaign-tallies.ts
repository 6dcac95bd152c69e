/**
 * campaignTallies: what each group and each representative has brought to a campaign, moved in the transaction of whatever
 * changes it (domain/campaign-tally.ts), so that a page reads one small document a group.
 */
import { addCounts, noProgress, type Counts, type Progress } from '../../domain/campaign';
import { tallyChanges, type Counted } from '../../domain/campaign-tally';
import { collection, type Tx } from './database';

/** 人工填报: what a group says of a goal that the system cannot count. */
export interface Reported {
  value: number;
  month: string;
  at: Date;
  who: string;
  accountId: string;
  note?: string;
}

export interface CampaignTallyDoc {
  /** '<campaign>|group|<group>', '<campaign>|member|<representative>' */
  _id: string;
  campaignId: string;
  of: 'group' | 'member';
  ownerId: string;
  counts?: Partial<Counts>;
  months?: Record<string, Partial<Counts>>;
  reported?: Record<string, Reported>;
}

const tallies = collection<CampaignTallyDoc>('campaignTallies', [
  { key: { campaignId: 1, of: 1, ownerId: 1 }, name: 'campaign' },
]);

const idOf = (campaignId: string, of: CampaignTallyDoc['of'], ownerId: string): string =>
  `${campaignId}|${of}|${ownerId}`;

/** Moves every tally by what the thing adds now less what it added before. */
export async function move(before: readonly Counted[], after: readonly Counted[], tx: Tx): Promise<void> {
  if (before.length === 0 && after.length === 0) return;
  for (const { campaignId, of, ownerId, change } of tallyChanges(before, after)) {
    await (
      await tallies()
    ).updateOne(
      { _id: idOf(campaignId, of, ownerId) },
      { $inc: change, $setOnInsert: { campaignId, of, ownerId } },
      { upsert: true, session: tx },
    );
  }
}

export async function report(
  campaignId: string,
  groupId: string,
  goalId: string,
  reported: Reported,
  tx: Tx,
): Promise<void> {
  await (
    await tallies()
  ).updateOne(
    { _id: idOf(campaignId, 'group', groupId) },
    {
      $set: { [`reported.${goalId}`]: reported },
      $setOnInsert: { campaignId, of: 'group' as const, ownerId: groupId },
    },
    { upsert: true, session: tx },
  );
}

/** Campaign → group → what it has brought: some dozens of documents for each campaign. */
export async function ofGroups(
  campaignIds: readonly string[],
  tx?: Tx,
): Promise<Map<string, Map<string, CampaignTallyDoc>>> {
  const byCampaign = new Map(campaignIds.map((id) => [id, new Map<string, CampaignTallyDoc>()]));
  if (campaignIds.length === 0) return byCampaign;
  const found = (await tallies()).find(
    { campaignId: { $in: [...campaignIds] }, of: 'group' },
    { ...(tx ? { session: tx } : {}) },
  );
  for await (const tally of found) byCampaign.get(tally.campaignId)?.set(tally.ownerId, tally);
  return byCampaign;
}

export async function ofMember(campaignId: string, representativeId: string): Promise<CampaignTallyDoc | null> {
  return (await tallies()).findOne({ _id: idOf(campaignId, 'member', representativeId) });
}

export const progressOf = (tally: CampaignTallyDoc | null | undefined): Progress => ({
  ...noProgress(),
  ...(tally?.counts ? { counts: tally.counts } : {}),
  ...(tally?.months ? { months: tally.months } : {}),
  ...(tally?.reported ? { reported: tally.reported } : {}),
});

/** The town's figures: all groups, and what counts for the town itself. */
export const totalOf = (byGroup: ReadonlyMap<string, CampaignTallyDoc>): Counts =>
  addCounts(...[...byGroup.values()].map(({ counts = {} }) => counts));
