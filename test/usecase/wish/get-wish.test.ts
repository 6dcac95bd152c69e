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

const get = async (id: string, token?: string) => (await functions.call('wish.get', { id }, token)).wish;

it('shows an unpublished wish to those who deal with it, and to nobody else', async () => {
  const id = await aWishThatIs('submitted', functions, cast);
  for (const { token } of [cast.resident, cast.liaison, cast.presidium, cast.admin]) {
    expect((await get(id, token)).status).toBe('submitted');
  }
  expect(await functions.refusal('wish.get', { id })).toBe('NOT_FOUND');
  for (const { token } of [cast.member, cast.otherLiaison, cast.department]) {
    expect(await functions.refusal('wish.get', { id }, token)).toBe('NOT_FOUND');
  }
});

it('shows everybody but the wisher a masked name', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  for (const token of [undefined, cast.member.token, cast.liaison.token, cast.presidium.token, cast.admin.token]) {
    expect((await get(id, token)).wisher).toBe('王**');
  }
  expect((await get(id, cast.resident.token)).wisher).toBe('王小红');
});

it('shows the name where the wisher agreed, but never of a wish about a minor', async () => {
  const consent = { showName: true, showPhoto: true };
  const agreed = await aWishThatIs('open', functions, cast, { consent });
  expect((await get(agreed)).wisher).toBe('王小红');
  const child = await aWishThatIs('open', functions, cast, { consent, content: '想为 9 岁的女儿要一盏台灯' });
  expect((await get(child)).wisher).toBe('未成年人');
});

it('shows photos to the public only with consent, and never of a minor', async () => {
  const showing = async (showPhoto: boolean, content: string): Promise<string> => {
    const photos = [await aPhoto(cast.resident)];
    return aWishThatIs('open', functions, cast, { consent: { showName: false, showPhoto }, content, photos });
  };
  const agreed = await showing(true, '村口的路灯坏了');
  expect(await get(agreed)).toMatchObject({ photos: [{ width: 800 }], cover: expect.stringContaining('240') });
  for (const hidden of [await showing(false, '村口的路灯坏了'), await showing(true, '希望给留守儿童捐书')]) {
    const publicly = await get(hidden);
    expect(publicly.photos).toEqual([]);
    expect(publicly).not.toHaveProperty('cover');
    expect(publicly.timeline.flatMap(({ photos }) => photos)).toEqual([]);
    for (const { token } of [cast.resident, cast.liaison, cast.presidium]) {
      expect((await get(hidden, token)).photos).toHaveLength(1);
    }
  }
});

it('masks phone numbers that people wrote into a wish, for the public', async () => {
  const content = '路灯坏了，请打 13959171093 联系我';
  const id = await aWishThatIs('open', functions, cast, { content });
  expect((await get(id)).content).toBe('路灯坏了，请打 139****1093 联系我');
  expect((await get(id, cast.liaison.token)).content).toBe(content);
});

it('says what each caller may do next', async () => {
  const open = await aWishThatIs('open', functions, cast);
  expect((await get(open)).allowed).toEqual([]);
  expect((await get(open, cast.resident.token)).allowed).toEqual(['withdraw']);
  expect((await get(open, cast.member.token)).allowed).toEqual(['claim']);
  expect((await get(open, cast.liaison.token)).allowed).toEqual(['review', 'claim', 'assign', 'urge', 'hide']);
  expect((await get(open, cast.admin.token)).allowed).toEqual([]);
  const fulfilled = await aWishThatIs('fulfilled', functions, cast);
  expect((await get(fulfilled, cast.resident.token)).allowed).toEqual(['rate']);
  expect((await get(fulfilled, cast.presidium.token)).allowed).toEqual(['callBack', 'rate', 'hide']);
  expect((await get(fulfilled, cast.member.token)).allowed).toEqual([]);
});

describe('revealing the contact', () => {
  const why = '联系居民上门查看';

  it('shows it to the live claimer, the group’s liaison and the presidium, and the wisher sees who looked', async () => {
    const contact = { name: '王小红', phone: '13959171093', address: '三组 8 号' };
    const id = await aWishThatIs('claimed', functions, cast, { wisher: contact });
    for (const { token } of [cast.member, cast.liaison, cast.presidium]) {
      expect(await functions.call('wish.reveal', { id, why }, token)).toEqual(contact);
    }
    expect(await functions.call('wish.reveal', { id, why }, cast.resident.token)).toEqual(contact);
    const at = '2021-07-01T02:00:00.000Z';
    expect((await get(id, cast.resident.token)).reveals).toEqual([
      { who: '代表 周建平', when: at, why },
      { who: '代表小组 陈志明', when: at, why },
      { who: '主席团 镇人大办', when: at, why },
    ]);
    expect(await get(id, cast.member.token)).not.toHaveProperty('reveals');
  });

  it('is refused to everybody else, and to a claimer once the wish is closed', async () => {
    const id = await aWishThatIs('claimed', functions, cast);
    expect(await functions.refusal('wish.reveal', { id, why })).toBe('UNAUTHENTICATED');
    for (const { token } of [cast.otherMember, cast.otherLiaison, cast.admin, cast.department]) {
      expect(await functions.refusal('wish.reveal', { id, why }, token)).toBe('FORBIDDEN');
      expect((await get(id, token)).mayReveal).toBe(false);
    }
    const closed = await aWishThatIs('closed', functions, cast);
    expect(await functions.refusal('wish.reveal', { id: closed, why }, cast.member.token)).toBe('FORBIDDEN');
    const hidden = await aWishThatIs('submitted', functions, cast);
    expect(await functions.refusal('wish.reveal', { id: hidden, why }, cast.otherMember.token)).toBe('NOT_FOUND');
  });

  it('does not show a scribe the contact again', async () => {
    const { wish } = await functions.call('wish.submit', aWish(), cast.otherMember.token);
    expect(wish.mayReveal).toBe(false);
    expect(await functions.refusal('wish.reveal', { id: wish.id, why }, cast.otherMember.token)).toBe('FORBIDDEN');
  });

  it('needs a reason', async () => {
    const id = await aWishThatIs('claimed', functions, cast);
    expect(await functions.refusal('wish.reveal', { id, why: ' ' }, cast.member.token)).toBe('INVALID_INPUT');
  });
});
