/** A ledger of any size, as it stands after years: most wishes closed, a few hundred in hand, some hidden or merged. */
import { indexTerms, searchedTexts } from '../../domain/search-terms';
import { addFigures, figuresOfWish, noFigures, type Figures } from '../../domain/rollup';
import { addDays, shanghaiDay, shanghaiYear } from '../../domain/time';
import { categories, channels, holderOf, isPublicStatus, type WishStatus } from '../../domain/wish';
import { lookupTerms } from '../../cloudfunctions/kit/lookup';
import { sealContact } from '../../cloudfunctions/kit/contact';
import { inTransaction } from '../../cloudfunctions/store/database';
import type { NewWish } from '../../cloudfunctions/store/wish-doc';
import * as rollups from '../../cloudfunctions/store/rollups';
import * as settings from '../../cloudfunctions/store/settings';
import { planOf } from '../../cloudfunctions/store/wish-plan';
import { wishes } from '../../cloudfunctions/store/wishes';
import type { Functions } from './functions';

const BATCH = 1000;
const YEARS = 6;

/** The eight groups and thirteen villages of a town; the first two are test/support/town's. */
export const wideTown = [
  { groupId: 'g1', villages: ['刘胜村', '永兴村'] },
  { groupId: 'g2', villages: ['福镇村', '闸西村'] },
  { groupId: 'g3', villages: ['新桥村', '东岸村'] },
  { groupId: 'g4', villages: ['南圩村', '北圩村'] },
  { groupId: 'g5', villages: ['长青社区', '望江社区'] },
  { groupId: 'g6', villages: ['老街社区'] },
  { groupId: 'g7', villages: ['沙洲村'] },
  { groupId: 'g8', villages: ['石桥村'] },
] as const;

const places = wideTown.flatMap(({ groupId, villages }) => villages.map((village) => ({ groupId, village })));

const contents = [
  '村口的路灯坏了，晚上出门看不清路',
  '独居老人盼添置电饭锅、电风扇',
  '返乡青年求就业岗位信息',
  '门前水泥路破损，下雨天积水',
  '孩子放学后没人辅导功课',
  '想学用智能手机挂号',
  '田间灌溉渠堵了，盼疏通',
  '楼道灯不亮，老人上下楼不方便',
] as const;

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'] as const;
const givenNames = ['秀英', '建国', '桂芳', '志强', '玉兰', '海燕', '德明'] as const;

const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** The same numbers for the same index, spread as if by chance. */
const spread = (index: number, salt: number): number => Math.imul(index ^ (salt * 0x9e3779b9), 0x85ebca6b) >>> 8;

const ended = ['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'answered', 'merged', 'withdrawn'] as const;
const live = ['submitted', 'open', 'claimed', 'claimed', 'coordinating', 'paused', 'needInfo', 'fulfilled'] as const;

export interface FullLedger {
  count: number;
  /** The ledger's present: what is in hand was written down in the weeks before. */
  now: Date;
  /** How many are still in hand: as many in a small ledger as in a large one. */
  live: number;
  /** Who claims in the first group. */
  claimerId?: string;
  submitterId?: string;
}

function aLedgerWish(
  functions: Functions,
  { count, now, live: inHand, ...people }: FullLedger,
  index: number,
): NewWish {
  const isLive = index >= count - inHand;
  const status: WishStatus = isLive ? pick(live, spread(index, 1)) : pick(ended, spread(index, 2));
  const { groupId, village } = pick(places, spread(index, 3));
  const daysAgo = isLive ? spread(index, 4) % 40 : 60 + ((count - index) / count) * YEARS * 365;
  const at = new Date(addDays(now, -daysAgo).getTime() - index);
  const code = `CJ-${shanghaiYear(at)}-${String(index).padStart(4, '0')}`;
  const content = `${pick(contents, spread(index, 5))}（第 ${index} 户，${index % 2 === 0 ? '上片' : '下片'}）`;
  const contact = {
    name: `${pick(surnames, spread(index, 6))}${pick(givenNames, spread(index, 7))}`,
    phone: `139${String(spread(index, 8) % 100_000_000).padStart(8, '0')}`,
  };
  const hasClaimer = ['claimed', 'coordinating', 'paused', 'fulfilled', 'closed'].includes(status);
  const isHidden = isPublicStatus(status) && index % 97 === 0;
  return {
    _id: `w${index}`,
    code,
    rev: 1,
    status,
    statusSince: at,
    public: isPublicStatus(status) && !isHidden,
    ...(isHidden ? { hidden: { reason: '含有广告', who: '主席团 王主席', at } } : {}),
    category: pick(categories, spread(index, 9)),
    content,
    village,
    groupId,
    channel: pick(channels, spread(index, 10)),
    ...(people.submitterId !== undefined && index % 11 === 0 ? { submitterId: people.submitterId } : {}),
    selfSubmitted: false,
    wisher: { masked: '王**', sealed: sealContact(functions.host, contact) },
    consent: { showName: false, showPhoto: false },
    photos: [],
    collectedAt: at,
    difficulty: 'medium',
    ...(hasClaimer ? { claimer: aClaimer(groupId, at, people.claimerId) } : {}),
    ...(hasClaimer ? { dueAt: addDays(at, 30) } : {}),
    ...(status === 'paused' ? { resumeOn: addDays(now, 20) } : {}),
    ...(status === 'merged' ? { master: { id: 'w0', code: 'CJ-2015-0000', status: 'answered', at } } : {}),
    ...(status === 'closed' ? { endedAt: addDays(at, 20) } : {}),
    // Every other claimer asks for a department: the presidium's desk is never empty.
    ...(isLive && status === 'claimed' && index % 2 === 0 ? { helpRequest: { at, reason: '需要部门出面' } } : {}),
    holder: { role: holderOf(status), since: at },
    heldMs: {},
    stoppedMs: 0,
    outcomes: [],
    postOutcomes: [],
    timeline: [{ at, who: '代表 沈丽芳', what: '登记', photos: [] }],
    reveals: [],
    terms: [...indexTerms(...searchedTexts({ content, code, village })), ...lookupTerms(functions.host, contact)],
  };
}

function aClaimer(groupId: string, at: Date, claimerId: string | undefined): NonNullable<NewWish['claimer']> {
  const isTheirs = claimerId !== undefined && groupId === 'g1';
  return { representativeId: isTheirs ? claimerId : `${groupId}-member2`, name: '沈丽芳', groupId, at };
}

/** Writes the ledger with its plans and its days' figures, as the store does, but in bulk. */
export async function fillLedger(functions: Functions, ledger: FullLedger): Promise<void> {
  const rules = await settings.timers();
  const all = await wishes();
  const days = new Map<string, Figures>();
  for (let from = 0; from < ledger.count; from += BATCH) {
    const size = Math.min(BATCH, ledger.count - from);
    const batch = Array.from({ length: size }, (_, offset) => aLedgerWish(functions, ledger, from + offset));
    await all.insertMany(batch.map((wish) => ({ ...wish, plan: planOf(wish, [], rules) })));
    for (const wish of batch) {
      const day = shanghaiDay(wish.collectedAt);
      days.set(day, addFigures(days.get(day) ?? noFigures(), figuresOfWish(wish)));
    }
  }
  await inTransaction(async (tx) => {
    for (const [day, figures] of days) await rollups.move(day, null, figures, tx);
  });
}
