import type { Functions } from '../../support/functions';
import { aResident, type Cast } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  ({ functions, cast } = await startTown());
});
afterAll(() => functions.close());

it('counts the very first thanks of a town when many come at once', async () => {
  const { id } = await publish(functions, cast.otherMember);
  const people = await Promise.all(Array.from({ length: 12 }, () => aResident(functions)));
  const answers = await Promise.all(people.map(({ token }) => functions.send('post.thank', { id }, token)));
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect((await functions.call('post.get', { id })).post.thanks).toBe(12);
  await functions.call('post.remove', { id }, cast.otherMember.token);
});

it('shows everybody’s posts newest first, page by page, without a gap or a repeat', async () => {
  const published: string[] = [];
  for (let minute = 0; minute < 5; minute += 1) {
    functions.clock.now = new Date(Date.UTC(2021, 6, 1, 3, minute));
    published.unshift((await publish(functions, minute % 2 ? cast.otherMember : cast.member)).id);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await functions.call('post.feed', { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map((post) => post.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(published);
  const ofGroup = await functions.call('post.feed', { groupId: 'g2' });
  expect(ofGroup.items.map((post) => post.representative)).toEqual(['施永康', '施永康']);
  const ofOne = await functions.call('post.feed', { representativeId: 'g1-member' });
  expect(ofOne.items).toHaveLength(3);
  expect(await functions.refusal('post.feed', { cursor: 'no cursor' })).toBe('INVALID_INPUT');
});

it('counts one thanks from each account, and takes it back', async () => {
  const { id } = await publish(functions, cast.member);
  const other = await aResident(functions);
  await functions.call('post.thank', { id }, cast.resident.token);
  await functions.call('post.thank', { id }, cast.resident.token);
  const { post } = await functions.call('post.thank', { id }, other.token);
  expect(post).toMatchObject({ thanks: 2, thanked: true, mine: false });
  expect((await functions.call('post.get', { id })).post).toMatchObject({ thanks: 2, thanked: false });
  await functions.call('post.thank', { id, on: false }, cast.resident.token);
  const feed = await functions.call('post.feed', {}, other.token);
  expect(feed.items.find((shown) => shown.id === id)).toMatchObject({ thanks: 1, thanked: true });
});

it('counts five thanks of one account at once as one', async () => {
  const { id } = await publish(functions, cast.member);
  await Promise.all(Array.from({ length: 5 }, () => functions.call('post.thank', { id }, cast.resident.token)));
  expect((await functions.call('post.get', { id })).post.thanks).toBe(1);
});

it('refuses thanks to oneself, from nobody, and for no post', async () => {
  const { id } = await publish(functions, cast.member);
  expect(await functions.refusal('post.thank', { id }, cast.member.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('post.thank', { id })).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('post.thank', { id: 'nothing' }, cast.resident.token)).toBe('NOT_FOUND');
  await functions.call('post.hide', { id, reason: '照片不清楚' }, cast.liaison.token);
  expect(await functions.refusal('post.thank', { id }, cast.liaison.token)).toBe('WRONG_STATE');
  expect(await functions.refusal('post.thank', { id }, cast.resident.token)).toBe('NOT_FOUND');
});
