import { account } from '../../../cloudfunctions/account/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, aWish, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish, points]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

it('goes from a wish to the board', async () => {
  const { call } = functions;
  const { resident, member, liaison } = cast;
  const { wish: submitted } = await call('wish.submit', aWish(), resident.token);
  expect(submitted).toMatchObject({
    code: 'CJ-2021-0001',
    status: 'submitted',
    holder: { role: 'liaison' },
    mine: true,
  });
  const { id } = submitted;

  const { wish: open } = await call('wish.review', { id, decision: 'publish', difficulty: 'hard' }, liaison.token);
  expect(open).toMatchObject({ status: 'open', rev: 2 });
  const { wish: claimed } = await call('wish.claim', { id }, member.token);
  expect(claimed).toMatchObject({ status: 'claimed', claimer: { id: 'g1-member', name: '周建平' }, mayReveal: true });
  await call('wish.progress', { id, note: '已到现场查看', photos: [await aPhoto(member)] }, member.token);
  const { wish: fulfilled } = await call(
    'wish.fulfil',
    {
      id,
      note: '换了新灯',
      photos: [await aPhoto(member)],
      outcomes: [{ kind: 'goods', amountYuan: 120.5, items: 1 }],
    },
    member.token,
  );
  expect(fulfilled).toMatchObject({ status: 'fulfilled', outcomes: [{ kind: 'goods', amountYuan: 120.5, items: 1 }] });
  const { wish: closed } = await call('wish.rate', { id, rating: 'fair', resolved: 'yes' }, resident.token);
  expect(closed).toMatchObject({ status: 'closed', rating: 'fair', resolved: 'yes', holder: { role: 'none' } });
  expect(closed.timeline.map(({ who, what }) => `${who} ${what}`)).toEqual([
    '居民 提交',
    '代表小组 陈志明 审核通过',
    '代表 周建平 认领',
    '代表 周建平 办理进展',
    '代表 周建平 办结',
    '居民 评价：基本满意、已解决',
  ]);
  expect(closed.timeline.map(({ photos }) => photos.length)).toEqual([0, 0, 0, 1, 1, 0]);

  const board = await call('points.board', { period: '2021-07', by: 'representative' }, member.token);
  expect(board).toMatchObject({
    items: [{ rank: 1, id: 'g1-member', name: '周建平', points: 4.8, groupName: '江东代表小组' }],
    mine: { rank: 1, points: 4.8 },
  });
});
