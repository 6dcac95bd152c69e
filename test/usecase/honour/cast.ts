/** A town in November 2026 with deeds of its people, for the tests of this area. */
import { account } from '../../../cloudfunctions/account/use-cases';
import { clock } from '../../../cloudfunctions/clock/use-cases';
import { honour } from '../../../cloudfunctions/honour/use-cases';
import { media } from '../../../cloudfunctions/media/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { post } from '../../../cloudfunctions/post/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input, Output } from '../../../contract/contract';
import type { ModelView } from '../../../contract/honour';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, signInAs, type Cast, type Person } from '../../support/town';
import { aPicture, upload } from '../../support/uploads';

export const MONTH = '2026-11';
export const ID = `${MONTH}:g1`;
export const at = (day: string): Date => new Date(`${day}+08:00`);

export interface HonourTown {
  functions: Functions;
  cast: Cast & { leader: Person; otherLeader: Person };
}

export async function aHonourTown(): Promise<HonourTown> {
  const functions = await startFunctions([account, clock, honour, media, notice, post, report, wish], {
    now: at('2026-11-10T10:00:00'),
  });
  await aTown(functions);
  const cast = await aCast(functions);
  return {
    functions,
    cast: {
      ...cast,
      leader: await signInAs(functions, 'liaison', 'g1-leader'),
      otherLeader: await signInAs(functions, 'liaison', 'g2-leader'),
    },
  };
}

export async function aRealPhoto(functions: Functions, who: Person): Promise<string> {
  const { answer } = await upload(functions, who, await aPicture(640, 480).jpeg().toBuffer());
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.data as Output<'media.accept'>).mediaId;
}

export async function aDeed(
  { functions }: HonourTown,
  author: Person,
  set: Partial<Input<'post.publish'>> = {},
): Promise<Output<'post.publish'>['post']> {
  const photos = set.photos ?? [await aRealPhoto(functions, author)];
  const data = { text: '给村里的老人送去了新轮椅', people: 'none' as const, clientToken: newId(), ...set, photos };
  return (await functions.call('post.publish', data, author.token)).post;
}

/** Moves the town's clock and answers for the model as this person then finds it. */
export const seen = async ({ functions }: HonourTown, who: Person, id = ID): Promise<ModelView> =>
  (await functions.call('honour.get', { id }, functions.host.issueToken(who.accountId))).model;
