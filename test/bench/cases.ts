/** What is measured: the calls behind the pages people wait for. `prepare` is not part of the measured time. */
import { newId } from '../../cloudfunctions/kit/new-id';
import { open } from '../../cloudfunctions/store/database';
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
  const found = await wishes.find({ status: 'open' }).sort({ collectedAt: -1, _id: -1 }).limit(2).toArray();
  const [called, bare] = found.map((wish) => wish._id);
  if (called === undefined || bare === undefined) throw new Error('the seeded town has no open wishes left');
  return { called, bare };
}

const read = (name: string, call: (functions: Functions, cast: Cast) => Promise<unknown>): Case => ({
  name,
  rounds: 200,
  prepare: (functions, cast) =>
    Promise.resolve({
      call: async () => {
        await call(functions, cast);
      },
    }),
});

export const cases: readonly Case[] = [
  read('晒单流第一页 post.feed', ({ call }, { resident }) => call('post.feed', { limit: 20 }, resident.token)),
  read('台账一页 wish.list', ({ call }, { presidium }) =>
    call('wish.list', { scope: 'town', limit: 50 }, presidium.token),
  ),
  read('心愿详情 wish.get', async ({ call }, { member }) => {
    const { db } = await open();
    const wish = await db
      .collection<{ _id: string }>('wishes')
      .findOne({ code: 'BENCH-0000500' }, { projection: { _id: 1 } });
    await call('wish.get', { id: wish?._id ?? '' }, member.token);
  }),
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
