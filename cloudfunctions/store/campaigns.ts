/** campaigns: 主题实践活动; wishes, posts and duties are filed under one. */
import type { CampaignStatus, Goal } from '../../domain/campaign';
import type { ReportFigure } from '../../domain/campaign-report';
import { DomainError } from '../../domain/errors';
import { shanghaiDay, startOfDay } from '../../domain/time';
import { extended, updateOf, type Change } from './change';
import { after, pageFrom, type Page } from './cursor';
import { collection, type Tx } from './database';

export interface CampaignEvent {
  at: Date;
  /** 主体 + 职务. */
  who: string;
  accountId: string;
  what: string;
  note?: string;
}

export interface CampaignReport {
  title: string;
  /** With 【name】 where a figure stands. */
  text: string;
  savedBy: string;
  /** Those that it quotes, as they were when it was published. */
  figures?: ReportFigure[];
}

export interface CampaignDoc {
  _id: string;
  name: string;
  /** Shanghai days 'YYYY-MM-DD', both included. */
  from: string;
  until: string;
  /** When `from` begins: the order of every list. */
  startsAt: Date;
  themes: string[];
  /** What it is about, for everybody. */
  intro: string;
  /** 动员通知. */
  notice: string;
  status: CampaignStatus;
  goals: Goal[];
  report?: CampaignReport;
  publishedAt?: Date;
  publishedBy?: string;
  closedAt?: Date;
  closedBy?: string;
  copiedFrom?: { id: string; name: string };
  timeline: CampaignEvent[];
  /** Groups whose members have not been told of it yet. */
  toTell?: string[];
  /** What the clock says next, and when. */
  next?: { what: 'unread' | 'report'; at: Date };
  /** '<account>|<clientToken>' of who began it. */
  token?: string;
  rev: number;
}

export const campaigns = collection<CampaignDoc>('campaigns', [
  { key: { status: 1, from: -1, _id: -1 }, name: 'status' },
  { key: { status: 1, startsAt: -1, _id: -1 }, name: 'statusStart' },
  { key: { name: 1 }, name: 'name' },
  { key: { 'next.at': 1 }, name: 'next', sparse: true },
  { key: { toTell: 1 }, name: 'toTell', sparse: true },
  { key: { token: 1 }, name: 'token', unique: true, sparse: true },
]);

const within = (tx?: Tx) => (tx ? { session: tx } : {});

export const startOf = (from: string): Date => startOfDay(from) ?? new Date(0);

export async function find(id: string, tx?: Tx): Promise<CampaignDoc | null> {
  return (await campaigns()).findOne({ _id: id }, within(tx));
}

export async function get(id: string, tx?: Tx): Promise<CampaignDoc> {
  const campaign = await find(id, tx);
  if (!campaign) throw new DomainError('NOT_FOUND', { message: '没有找到这个主题实践活动' });
  return campaign;
}

/** Those under which something of this Shanghai day may be filed, the newest first. */
export async function runningOn(day: string, tx?: Tx): Promise<CampaignDoc[]> {
  return (await campaigns())
    .find({ status: 'running', from: { $lte: day }, until: { $gte: day } }, within(tx))
    .sort({ from: -1, _id: -1 })
    .limit(20)
    .toArray();
}

/** As many as anybody looks through; a town has few. */
const MOST_OPEN = 50;

/** Those that are published and not closed, the newest first. */
export async function listOpen(): Promise<Pick<CampaignDoc, '_id' | 'name' | 'from' | 'until' | 'status'>[]> {
  return (await campaigns())
    .find({ status: 'running' }, { projection: { name: 1, from: 1, until: 1, status: 1 } })
    .sort({ from: -1, _id: -1 })
    .limit(MOST_OPEN)
    .toArray();
}

export async function isOneOpen(): Promise<boolean> {
  return (await (await campaigns()).findOne({ status: 'running' }, { projection: { _id: 1 } })) !== null;
}

/**
 * The campaign that something of this time is filed under: the one that is named, which must run on that day; none where
 * that is asked for (null); the only one that runs where nothing is said.
 */
export async function filedUnder(
  campaignId: string | null | undefined,
  at: Date,
  tx?: Tx,
): Promise<string | undefined> {
  if (campaignId === null) return undefined;
  const running = await runningOn(shanghaiDay(at), tx);
  if (campaignId === undefined) return running.length === 1 ? running[0]?._id : undefined;
  if (running.some(({ _id }) => _id === campaignId)) return campaignId;
  throw new DomainError('INVALID_INPUT', { details: { campaignId: '这个主题实践活动当天没有进行，请重新选择' } });
}

/** The campaigns of these names that have been published: a name may come back every year. */
export async function listByNames(
  names: readonly string[],
): Promise<Pick<CampaignDoc, '_id' | 'name' | 'from' | 'until'>[]> {
  if (names.length === 0) return [];
  const named = { name: { $in: [...names] }, status: { $ne: 'draft' as const } };
  return (await campaigns()).find(named, { projection: { name: 1, from: 1, until: 1 } }).toArray();
}

export async function nameOf(id: string): Promise<string | undefined> {
  return (await (await campaigns()).findOne({ _id: id }, { projection: { name: 1 } }))?.name;
}

/** The name of each. */
export async function namesById(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await (await campaigns()).find({ _id: { $in: [...ids] } }, { projection: { name: 1 } }).toArray();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

/** Begins one once: the same token again answers the one that is there. */
export async function insertOnce(campaign: CampaignDoc, tx: Tx): Promise<CampaignDoc> {
  const all = await campaigns();
  const there = campaign.token === undefined ? null : await all.findOne({ token: campaign.token }, { session: tx });
  if (there) return there;
  await all.insertOne(campaign, { session: tx });
  return campaign;
}

export type CampaignChange = Change<CampaignDoc>;

/** Makes one move if nobody moved first, and answers the campaign as it now is; null when somebody did. */
export async function moveIn(
  { _id, status, rev, timeline }: CampaignDoc,
  change: CampaignChange,
  event: CampaignEvent,
  tx: Tx,
): Promise<CampaignDoc | null> {
  const { $set, ...removed } = updateOf(change);
  return (await campaigns()).findOneAndUpdate(
    { _id, status, rev },
    {
      ...removed,
      $set: { ...$set, timeline: extended(timeline, event) },
      $inc: { rev: 1 },
    },
    { session: tx, returnDocument: 'after' },
  );
}

/** For good; only a draft, which nobody has seen. */
export async function removeDraft({ _id, rev }: CampaignDoc, tx: Tx): Promise<boolean> {
  return (await (await campaigns()).deleteOne({ _id, status: 'draft', rev }, { session: tx })).deletedCount === 1;
}

/** In the order of their beginnings, the newest first. */
export async function listPage(
  status: CampaignStatus,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CampaignDoc>> {
  const read = await (
    await campaigns()
  )
    .find(
      { status, ...after<CampaignDoc>('startsAt', cursor) },
      { hint: 'statusStart', projection: { timeline: 0, 'report.text': 0 } },
    )
    .sort({ startsAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ startsAt, _id }) => ({ at: startsAt, id: _id }));
}

/** Those of which somebody is still to be told, or of which the clock has something to say. */
export async function listDue(now: Date, except: readonly string[], limit: number): Promise<string[]> {
  const others = except.length > 0 ? { _id: { $nin: [...except] } } : {};
  const all = await campaigns();
  const ids = { projection: { _id: 1 } };
  const untold = await all
    .find({ toTell: { $gt: '' }, ...others }, ids)
    .limit(limit)
    .toArray();
  const due = await all
    .find({ 'next.at': { $lte: now }, ...others }, { ...ids, hint: 'next' })
    .limit(limit)
    .toArray();
  return [...new Set([...untold, ...due].map(({ _id }) => _id))].slice(0, limit);
}

/** Takes one group off those that are to be told; null when somebody else did. */
export async function takeGroupToTell(_id: string, groupId: string, tx: Tx): Promise<CampaignDoc | null> {
  const told = { $pull: { toTell: groupId } };
  return (await campaigns()).findOneAndUpdate({ _id, toTell: groupId }, told, { session: tx });
}

/** Takes what the clock has to say, once, and sets what comes next. */
export async function takeNext(
  { _id, next }: CampaignDoc,
  then: CampaignDoc['next'] | undefined,
  tx: Tx,
): Promise<boolean> {
  if (!next) return false;
  const { modifiedCount } = await (
    await campaigns()
  ).updateOne(
    { _id, 'next.what': next.what, 'next.at': next.at },
    then ? { $set: { next: then } } : { $unset: { next: '' } },
    {
      session: tx,
    },
  );
  return modifiedCount === 1;
}
