import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, toldTo } from '../../support/stored-wishes';
import { aCast, aResident, aTown, aWish, type Cast, type Person } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const review = (data: Record<string, unknown>, token = cast.liaison.token) =>
  functions.send('wish.review', data, token);
const ofSomebody = async (status: 'submitted' | 'open'): Promise<{ id: string; who: Person }> => {
  const who = await aResident(functions);
  return { id: await aStoredWish(functions, status, { submitterId: who.accountId }), who };
};

it('takes those along that were merged into the wish, and tells each', async () => {
  const { id: target } = await ofSomebody('open');
  const { id, who } = await ofSomebody('open');
  const other = await aResident(functions);
  const { wish: also } = await functions.call('wish.submit', aWish({ alsoOf: id }), other.token);
  expect(await review({ id, decision: 'merge', into: target, reason: '同一盏路灯' })).toMatchObject({ ok: true });

  const { code } = await wishes.get(target);
  expect(await wishes.get(target)).toMatchObject({ mergedCount: 2, status: 'open' });
  const merged = await wishes.get(id);
  expect(merged).toMatchObject({ status: 'merged', master: { id: target, code, status: 'open' } });
  expect(merged.mergedCount).toBeUndefined();
  expect(await wishes.get(also.id)).toMatchObject({ status: 'merged', master: { id: target, code } });
  expect(await toldTo(functions, who, id)).toContain(`并入 ${code}：同一盏路灯`);
  expect(await toldTo(functions, other, also.id)).toContain(code);
});

it('loses nobody when a wish is merged while others join it', async () => {
  const { id: target } = await ofSomebody('open');
  const { id } = await ofSomebody('open');
  const people = await Promise.all(Array.from({ length: 4 }, () => aResident(functions)));
  const answers = await Promise.all([
    ...people.map(({ token }) => functions.send('wish.submit', aWish({ alsoOf: id }), token)),
    review({ id, decision: 'merge', into: target }),
  ]);
  const isMerged = answers.at(-1)?.ok === true;
  const joined = answers.slice(0, -1).filter(({ ok }) => ok).length;
  expect((await wishes.get(isMerged ? target : id)).mergedCount ?? 0).toBe(joined + (isMerged ? 1 : 0));
  expect(await wishes.listMerged(isMerged ? target : id)).toHaveLength(joined + (isMerged ? 1 : 0));
});

it.each([
  ['publish', undefined, '审核通过'],
  ['reject', '属于交警职责，请拨打 122', '请拨打 122'],
  ['askInfo', '请说明是哪一盏灯', '哪一盏灯'],
] as const)('tells the submitter of %s with the reason', async (decision, reason, text) => {
  const { id, who } = await ofSomebody('submitted');
  await review({ id, decision, ...(reason === undefined ? {} : { reason }) });
  expect(await toldTo(functions, who, id)).toContain(text);
});

it('lets those stand for themselves again that were merged into a wish which is refused', async () => {
  const { id: master } = await ofSomebody('submitted');
  const { id, who } = await ofSomebody('submitted');
  await review({ id, decision: 'merge', into: master });
  await review({ id: master, decision: 'reject', reason: '不属于本镇，请找邻镇' });
  const { wish: revived } = await functions.call('wish.get', { id }, who.token);
  expect(revived).toMatchObject({ status: 'submitted', holder: { role: 'liaison' } });
  expect(revived).not.toHaveProperty('master');
  expect(await toldTo(functions, who, id)).toContain('重新审核');
});
