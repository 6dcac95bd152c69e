import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, aWish, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const reason = '家里已经自己修好';

it.each(['submitted', 'needInfo', 'open', 'claimed'] as const)(
  'lets the submitter withdraw a wish that is %s',
  async (status) => {
    const id = await aWishThatIs(status, functions, cast);
    const { wish } = await functions.call('wish.withdraw', { id, reason }, cast.resident.token);
    expect(wish).toMatchObject({ status: 'withdrawn', reason, holder: { role: 'none' }, allowed: [] });
    expect(wish.timeline.at(-1)).toMatchObject({ who: '居民', what: '撤回', note: reason });
    expect(await functions.refusal('wish.get', { id })).toBe('NOT_FOUND');
  },
);

it.each(['fulfilled', 'closed'] as const)('refuses to withdraw a wish that is %s', async (status) => {
  const id = await aWishThatIs(status, functions, cast);
  expect(await functions.refusal('wish.withdraw', { id, reason }, cast.resident.token)).toBe('WRONG_STATE');
});

it('refuses anybody but the submitter and the presidium', async () => {
  const id = await aWishThatIs('open', functions, cast);
  expect(await functions.refusal('wish.withdraw', { id, reason })).toBe('UNAUTHENTICATED');
  for (const { token } of [cast.member, cast.liaison, cast.admin, cast.department]) {
    expect(await functions.refusal('wish.withdraw', { id, reason }, token)).toBe('FORBIDDEN');
  }
});

it('lets one of a claim and a withdrawal at once win', async () => {
  const id = await aWishThatIs('open', functions, cast);
  const [withdrawn, claimed] = await Promise.all([
    functions.send('wish.withdraw', { id, reason }, cast.resident.token),
    functions.send('wish.claim', { id }, cast.member.token),
  ]);
  expect([withdrawn, claimed].filter(({ ok }) => ok)).not.toHaveLength(0);
  if (!claimed.ok) expect(claimed.error).toMatchObject({ code: 'WRONG_STATE', details: { who: '居民' } });
  // A claim may come first and the withdrawal after it; the other way round is the refusal above.
  if (!withdrawn.ok) expect(withdrawn.error).toMatchObject({ code: 'WRONG_STATE', details: { who: '代表 周建平' } });
});

describe('supplying what was asked for', () => {
  it('adds the note and photos, and hands the wish back to the reviewer', async () => {
    const id = await aWishThatIs('needInfo', functions, cast);
    const photo = await aPhoto(cast.resident);
    const { wish } = await functions.call(
      'wish.supply',
      { id, note: '在小店门口', photos: [photo] },
      cast.resident.token,
    );
    expect(wish).toMatchObject({ status: 'submitted', holder: { role: 'liaison' } });
    expect(wish.timeline.at(-1)).toMatchObject({ what: '补充说明', note: '在小店门口', photos: [{ id: photo }] });
  });

  it('is the submitter’s alone, a scribe’s in the scribe’s office', async () => {
    const { wish: written } = await functions.call('wish.submit', aWish(), cast.member.token);
    const { id } = written;
    await functions.call('wish.review', { id, decision: 'askInfo', reason: '请补充位置' }, cast.liaison.token);
    for (const { token } of [cast.resident, cast.liaison, cast.presidium]) {
      expect(await functions.refusal('wish.supply', { id, note: '在小店门口' }, token)).toBe('FORBIDDEN');
    }
    const { wish } = await functions.call('wish.supply', { id, note: '在小店门口' }, cast.member.token);
    expect(wish.timeline.at(-1)?.who).toBe('代表 周建平');
  });

  it('is refused when nothing was asked, and counts once when sent twice at once', async () => {
    const quiet = await aWishThatIs('submitted', functions, cast);
    expect(await functions.refusal('wish.supply', { id: quiet, note: '在小店门口' }, cast.resident.token)).toBe(
      'WRONG_STATE',
    );
    const id = await aWishThatIs('needInfo', functions, cast);
    const supply = () => functions.send('wish.supply', { id, note: '在小店门口' }, cast.resident.token);
    expect((await Promise.all([supply(), supply()])).filter(({ ok }) => ok)).toHaveLength(1);
  });
});
