import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input } from '../../../contract/contract';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
let claimed: string;

const wang = { name: '王小红', phone: '13959171093' };
const li = { name: '李建国', phone: '0513-82341093' };

beforeAll(async () => {
  functions = await startFunctions([account, wish], { now: new Date('2026-06-01T02:00:00Z') });
  await aTown(functions);
  cast = await aCast(functions);
  claimed = await aWishThatIs('claimed', functions, cast, { content: '门前的路灯坏了', wisher: wang });
  functions.clock.now = new Date('2026-06-01T03:00:00Z');
  await aWishThatIs('open', functions, cast, { content: '盼添一台电饭锅，要 0001 型号', wisher: li });
  functions.clock.now = new Date('2026-06-01T04:00:00Z');
  await aWishThatIs('submitted', functions, cast, { content: '田间水渠堵了', wisher: li });
  const { token } = cast.otherMember;
  functions.clock.now = new Date('2026-06-01T05:00:00Z');
  await functions.call('wish.submit', aWish({ village: '闸西村', content: '小桥要加护栏', wisher: wang }), token);
});
afterAll(() => functions.close());

type Query = Omit<Input<'wish.list'>, 'scope'> & { scope?: Input<'wish.list'>['scope'] };
const found = async (query: Query, token: string | undefined = cast.presidium.token) =>
  (await functions.call('wish.list', { scope: 'town', ...query }, token)).items.map(({ content }) => content);

describe("a wish's number", () => {
  it('finds it in whole, however it is typed', async () => {
    expect(await found({ q: 'CJ-2026-0003' })).toEqual(['田间水渠堵了']);
    expect(await found({ q: ' cj-2026-0003 ' })).toEqual(['田间水渠堵了']);
    expect(await found({ q: 'ＣＪ-２０２６-０００３' })).toEqual(['田间水渠堵了']);
    expect(await found({ q: 'CJ-2026-0099' })).toEqual([]);
  });

  it('finds it by its tail, with or without the year', async () => {
    expect(await found({ q: '0003' })).toEqual(['田间水渠堵了']);
    expect(await found({ q: '2026-0003' })).toEqual(['田间水渠堵了']);
    expect(await found({ q: '003' })).toEqual(['田间水渠堵了']);
  });

  it('goes before digits in the text, which are found where no number is meant', async () => {
    expect(await found({ q: '0001' })).toEqual(['门前的路灯坏了']);
    expect(await found({ q: '0001', status: 'open' })).toEqual(['盼添一台电饭锅，要 0001 型号']);
  });

  it('shows nobody what their list does not hold', async () => {
    expect(await found({ scope: 'public', q: 'CJ-2026-0003' }, undefined)).toEqual([]);
    expect(await found({ scope: 'public', q: '0003' }, undefined)).toEqual([]);
    expect(await found({ scope: 'group', q: 'CJ-2026-0003' }, cast.member.token)).toEqual([]);
  });
});

describe('by name', () => {
  it('finds the wisher in whole or without the family name', async () => {
    expect(await found({ q: '李建国', by: 'name' })).toEqual(['田间水渠堵了', '盼添一台电饭锅，要 0001 型号']);
    expect(await found({ q: '小红', by: 'name' })).toHaveLength(2);
    expect(await found({ q: '王', by: 'name' })).toEqual([]);
  });

  it('stays within what is asked for beside it', async () => {
    expect(await found({ q: '李建国', by: 'name', status: 'open' })).toEqual(['盼添一台电饭锅，要 0001 型号']);
    expect(await found({ q: '王小红', by: 'name', village: '闸西村' })).toEqual(['小桥要加护栏']);
    expect(await found({ scope: 'group', q: '王小红', by: 'name' }, cast.liaison.token)).toEqual(['门前的路灯坏了']);
  });
});

describe('by phone', () => {
  it('finds the whole number, with blanks or hyphens, or its last four digits', async () => {
    expect(await found({ q: '139 5917 1093', by: 'phone' })).toEqual(['小桥要加护栏', '门前的路灯坏了']);
    expect(await found({ q: '0513-82341093', by: 'phone' })).toHaveLength(2);
    expect(await found({ q: '1093', by: 'phone' })).toHaveLength(4);
    expect(await found({ q: '4321', by: 'phone' })).toEqual([]);
  });

  it.each(['109', '10933', '王小红', '139591710931234'])('refuses %s, which is neither', async (q) => {
    const answer = await functions.send('wish.list', { scope: 'town', q, by: 'phone' }, cast.presidium.token);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { q: expect.any(String) } } });
  });
});

describe('whom a search by name or phone is for', () => {
  it.each(['name', 'phone'] as const)('refuses by %s those who may not see the contact', async (by) => {
    const q = by === 'name' ? '王小红' : '1093';
    const refusal = (scope: string, token?: string) => functions.refusal('wish.list', { scope, q, by }, token);
    expect(await refusal('public')).toBe('FORBIDDEN');
    expect(await refusal('public', cast.presidium.token)).toBe('FORBIDDEN');
    expect(await refusal('mine', cast.resident.token)).toBe('FORBIDDEN');
    expect(await refusal('group', cast.member.token)).toBe('FORBIDDEN');
    expect(await refusal('town', cast.admin.token)).toBe('FORBIDDEN');
    expect(await refusal('town', cast.liaison.token)).toBe('FORBIDDEN');
    expect(await refusal('town')).toBe('UNAUTHENTICATED');
  });

  it('says why in a sentence', async () => {
    const answer = await functions.send('wish.list', { scope: 'town', q: '王小红', by: 'name' }, cast.admin.token);
    expect(answer).toMatchObject({ error: { message: '只有镇人大主席团才能按姓名或电话查找全镇的心愿' } });
  });

  it('is for the claimer while the wish is in hand, and no longer', async () => {
    const mine = { scope: 'claimed', q: '王小红', by: 'name' } as const;
    expect(await found(mine, cast.member.token)).toEqual(['门前的路灯坏了']);
    const { token } = cast.member;
    await functions.call('wish.fulfil', { id: claimed, note: '路灯已经修好', outcomes: [] }, token);
    expect(await found(mine, token)).toEqual(['门前的路灯坏了']);
    await functions.call('wish.rate', { id: claimed, rating: 'satisfied', resolved: 'yes' }, cast.resident.token);
    expect(await found(mine, token)).toEqual([]);
    expect(await found({ scope: 'claimed' }, token)).toEqual(['门前的路灯坏了']);
  });
});
