import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterEach(() => {
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
});
afterAll(() => functions.close());

const reason = '内容写有他人隐私';
const onWall = async (id: string): Promise<boolean> =>
  (await functions.call('wish.list', { scope: 'public', limit: 50 })).items.some((card) => card.id === id);

it('takes a wish off the wall and puts it back; those concerned hear why and by whom', async () => {
  const submitterId = cast.resident.accountId;
  const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions), submitterId });
  expect(await onWall(id)).toBe(true);
  const { wish } = await functions.call('wish.hide', { id, reason }, cast.liaison.token);
  expect(wish).toMatchObject({ status: 'claimed', hidden: true });
  expect(wish.timeline.at(-1)).toMatchObject({ who: '代表小组 陈志明', what: '隐藏', note: reason });
  expect(await onWall(id)).toBe(false);
  expect(await functions.refusal('wish.get', { id })).toBe('NOT_FOUND');
  expect(await functions.refusal('wish.get', { id }, cast.otherMember.token)).toBe('NOT_FOUND');
  for (const who of ['resident', 'member'] as const) {
    expect(await toldTo(functions, cast[who], id)).toMatch(/代表小组 陈志明.*隐私/);
  }
  await functions.call('wish.progress', { id, note: '照样办理' }, cast.member.token);

  await functions.call('wish.unhide', { id, reason: '已去掉隐私' }, cast.presidium.token);
  expect(await onWall(id)).toBe(true);
  expect((await functions.call('wish.get', { id })).wish.hidden).toBe(false);
});

it('stays hidden whatever moves it, and nobody claims or joins what they may not see', async () => {
  const id = await aStoredWish(functions, 'open');
  await functions.call('wish.hide', { id, reason }, cast.liaison.token);
  expect(await functions.refusal('wish.claim', { id }, cast.otherMember.token)).toBe('WRONG_STATE');
  await functions.call('wish.assign', { id, representativeId: 'g1-member', reason: '先办起来' }, cast.liaison.token);
  expect(await onWall(id)).toBe(false);
  const join = { id, part: 'goods', note: '出两盏灯' };
  expect(await functions.refusal('wish.join', join, cast.otherMember.token)).toBe('WRONG_STATE');
});

it('is done once, by a leader, to what the wall shows', async () => {
  const id = await aStoredWish(functions, 'open');
  for (const who of ['resident', 'member', 'otherLiaison', 'department', 'admin'] as const) {
    expect(await functions.refusal('wish.hide', { id, reason }, cast[who].token)).toBe('FORBIDDEN');
    expect(await functions.refusal('wish.unhide', { id, reason }, cast[who].token)).toBe('FORBIDDEN');
  }
  expect(await functions.refusal('wish.unhide', { id, reason }, cast.liaison.token)).toBe('WRONG_STATE');
  const hide = () => functions.send('wish.hide', { id, reason }, cast.liaison.token);
  const answers = await Promise.all([hide(), hide()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const submitted = await aStoredWish(functions, 'submitted');
  expect(await functions.refusal('wish.hide', { id: submitted, reason }, cast.liaison.token)).toBe('WRONG_STATE');
});
