/** A town, its cast and a post to publish, for the tests of this area. */
import { account } from '../../../cloudfunctions/account/use-cases';
import type { Host } from '../../../cloudfunctions/host/host';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { post } from '../../../cloudfunctions/post/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input, Output } from '../../../contract/contract';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, type Cast, type Person } from '../../support/town';

export async function startTown(host: Partial<Host> = {}): Promise<{ functions: Functions; cast: Cast }> {
  const functions = await startFunctions([account, notice, points, post, report, wish], { host });
  await aTown(functions);
  return { functions, cast: await aCast(functions) };
}

export async function aPost(author: Person, set: Partial<Input<'post.publish'>> = {}): Promise<Input<'post.publish'>> {
  return { text: '今天给村里换了路灯', photos: [await aPhoto(author)], clientToken: newId(), ...set };
}

export const publish = async (
  functions: Functions,
  author: Person,
  set: Partial<Input<'post.publish'>> = {},
): Promise<Output<'post.publish'>['post']> =>
  (await functions.call('post.publish', await aPost(author, set), author.token)).post;

/** The representative's entries by S1, newest first, in points. */
export async function earnedByPosts(functions: Functions, representativeId: string, token: string): Promise<number[]> {
  const { items } = await functions.call('points.entries', { representativeId }, token);
  return items.filter((entry) => entry.rule === 'S1').map((entry) => entry.delta);
}
