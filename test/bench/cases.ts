/** What is measured: the calls behind the pages people wait for. `prepare` is not part of the measured time. */
import type { Input } from '../../contract/contract';
import { postListKey } from '../../domain/post-listing';
import { newId } from '../../cloudfunctions/kit/new-id';
import { encodeCursor } from '../../cloudfunctions/store/cursor';
import { open } from '../../cloudfunctions/store/database';
import type { PostDoc } from '../../cloudfunctions/store/post-doc';
import { aPhoto, aWish, type Cast } from '../support/town';
import type { Functions } from '../support/functions';

export interface Case {
  name: string;
  /** How often it is called through the function, and again as bare driver calls. */
  rounds: number;
  prepare: (
    functions: Functions,
    cast: Cast,
  ) => Promise<{
    call: () => Promise<void>;
    /** For writes about something that is there: the id in the recorded call, and another one like it. */
    subject?: { called: string; bare: string };
  }>;
}

/** Two open wishes that nobody has used yet. */
async function twoOpenWishes(): Promise<{ called: string; bare: string }> {
  const { db } = await open();
  const wishes = db.collection<{ _id: string; status: string; taken?: boolean }>('wishes');
  const found = await wishes
    .find({ status: 'open', public: true })
    .sort({ collectedAt: -1, _id: -1 })
    .limit(2)
    .toArray();
  const [called, bare] = found.map((wish) => wish._id);
  if (called === undefined || bare === undefined) throw new Error('the seeded town has no open wishes left');
  return { called, bare };
}

const read = (name: string, call: (functions: Functions, cast: Cast) => Promise<unknown>): Case => ({
  name,
  rounds: 100,
  prepare: (functions, cast) =>
    Promise.resolve({
      call: async () => {
        await call(functions, cast);
      },
    }),
});

type Asked = Input<'wish.list'>;

/** First pages of what a desk and the wall ask for. */
const asked: readonly (readonly [name: string, asked: Asked, who?: keyof Cast])[] = [
  ['心愿墙', { scope: 'public' }],
  ['心愿墙 待认领', { scope: 'public', status: 'open' }],
  ['全镇 最新', { scope: 'town', order: 'newest' }, 'presidium'],
  ['全镇 最早', { scope: 'town', order: 'oldest' }, 'presidium'],
  ['全镇 最急', { scope: 'town', order: 'due' }, 'presidium'],
  ['全镇 最宽', { scope: 'town', order: 'latest' }, 'presidium'],
  ['全镇 一村一类', { scope: 'town', village: '刘胜村', category: 'care' }, 'presidium'],
  ['超期', { scope: 'town', overdue: true, order: 'due' }, 'presidium'],
  ['搜词 路灯', { scope: 'town', q: '路灯' }, 'presidium'],
  ['搜词 路灯 待认领', { scope: 'town', q: '路灯', status: 'open' }, 'presidium'],
  ['搜词 不常见', { scope: 'town', q: '第 777 户' }, 'presidium'],
  ['搜编号', { scope: 'town', q: '0777' }, 'presidium'],
  ['搜姓名', { scope: 'town', q: '王秀英', by: 'name' }, 'presidium'],
  ['搜电话', { scope: 'town', q: '1093', by: 'phone' }, 'presidium'],
];

const lists = asked.map(([name, data, who]) =>
  read(`${name} wish.list`, ({ call }, cast) => call('wish.list', { ...data, limit: 20 }, who && cast[who].token)),
);

const PAGE = 10;

const LATE_PAGE = 1000;

/** Where the page before the thousandth ended; in a smaller town, the one before the last. */
async function latePage(): Promise<string> {
  const { db } = await open();
  const posts = db.collection<PostDoc>('posts');
  const asked = { listed: postListKey({}) };
  const pages = Math.min(LATE_PAGE, Math.floor((await posts.countDocuments(asked, { hint: 'listed' })) / PAGE));
  const [last] = await posts
    .find(asked, { hint: 'listed' })
    .sort({ at: -1, _id: -1 })
    .skip((pages - 1) * PAGE - 1)
    .limit(1)
    .toArray();
  if (!last) throw new Error('the seeded town has no second page of posts');
  return encodeCursor({ at: last.at, id: last._id });
}

const cursors = new WeakMap<Functions, string>();

/** What a feed costs however long it is. */
export const feedCases: readonly Case[] = [
  read('晒单流第一页 post.feed', ({ call }, { resident }) => call('post.feed', { limit: PAGE }, resident.token)),
  {
    name: '晒单流第一千页（或末页） post.feed',
    rounds: 100,
    prepare: async (functions, { resident }) => {
      const cursor = cursors.get(functions) ?? (await latePage());
      cursors.set(functions, cursor);
      return {
        call: async () => {
          await functions.call('post.feed', { limit: PAGE, cursor }, resident.token);
        },
      };
    },
  },
  read('晒单流 一组一类 post.feed', ({ call }, { resident }) =>
    call('post.feed', { groupId: 'g1', category: 'care', limit: PAGE }, resident.token),
  ),
  read('精选 post.feed', ({ call }, { resident }) =>
    call('post.feed', { featured: true, limit: PAGE }, resident.token),
  ),
];

export const cases: readonly Case[] = [
  ...feedCases,
  ...lists,
  read('工作台 wish.queue（主席团，两千多件）', ({ call }, { presidium }) =>
    call('wish.queue', { limit: 20 }, presidium.token),
  ),
  read('工作台件数 wish.queueCount', ({ call }, { presidium }) => call('wish.queueCount', {}, presidium.token)),
  read('总览 report.overview（一年）', ({ call }) => call('report.overview', { from: '2025-07-01', to: '2026-06-30' })),
  read('心愿详情 wish.get', ({ call }, { member }) => call('wish.get', { id: 'w500' }, member.token)),
  {
    name: '认领 wish.claim',
    rounds: 60,
    prepare: async ({ call }, { member }) => {
      const subject = await twoOpenWishes();
      return {
        subject,
        call: async () => {
          await call('wish.claim', { id: subject.called }, member.token);
        },
      };
    },
  },
  {
    name: '许愿 wish.submit',
    rounds: 60,
    prepare: ({ call }, { resident }) =>
      Promise.resolve({
        call: async () => {
          await call('wish.submit', aWish(), resident.token);
        },
      }),
  },
  {
    name: '晒单 post.publish',
    rounds: 60,
    prepare: async ({ call }, { member }) => {
      const photos = [await aPhoto(member)];
      return {
        call: async () => {
          await call('post.publish', { text: '路灯修好了，亮堂堂的', photos, clientToken: newId() }, member.token);
        },
      };
    },
  },
];
