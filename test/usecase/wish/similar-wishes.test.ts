import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish } from '../../support/stored-wishes';
import { aCast, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const similar = async (content: string, { token }: { token: string }, id?: string, village = '刘胜村') =>
  (await functions.call('wish.similar', { content, village, ...(id === undefined ? {} : { id }) }, token)).items;
const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

it('shows what is going on in the village and says much the same, the likest first', async () => {
  const same = await aStoredWish(functions, 'claimed', { content: '我们村口的路灯不亮，坏了好久' });
  const near = await aStoredWish(functions, 'open', {
    content: '刘胜村三组村口路灯坏了，老人晚上出门看不清，容易摔跤',
  });
  await aStoredWish(functions, 'open', { content: '想学用智能手机' });
  await aStoredWish(functions, 'closed', { content: '村口路灯坏了' });
  await aStoredWish(functions, 'open', { content: '村口路灯坏了', village: '永兴村' });
  await aStoredWish(functions, 'submitted', { content: '村口路灯坏了' });
  const reason = { reason: '核实中', who: '主席团', at: functions.clock.now };
  await aStoredWish(functions, 'open', { content: '村口路灯坏了', hidden: reason });
  const items = await similar('村口路灯坏了', cast.resident);
  expect(idsOf(items)).toEqual([same, near]);
  expect(items[0]).toMatchObject({ status: 'claimed', wisher: '王**' });
  expect(await similar('想要一辆轮椅', cast.resident)).toEqual([]);
  expect(await similar('', cast.resident)).toEqual([]);
});

it('shows five at most', async () => {
  for (let made = 0; made < 7; made += 1) {
    await aStoredWish(functions, 'open', { content: `河边栏杆断了第${made}处`, village: '福镇村', groupId: 'g2' });
  }
  expect(await similar('河边栏杆断了', cast.resident, undefined, '福镇村')).toHaveLength(5);
});

it('shows a reviewer those that wait for review too, and not the wish itself', async () => {
  const content = '灌溉水渠堵住了';
  const village = '永兴村';
  const open = await aStoredWish(functions, 'open', { content, village });
  const [a, b] = [
    await aStoredWish(functions, 'submitted', { content, village }),
    await aStoredWish(functions, 'submitted', { content, village }),
  ];
  for (const reviewer of [cast.liaison, cast.presidium]) {
    expect(idsOf(await similar(content, reviewer, a, village)).sort()).toEqual([b, open].sort());
  }
  for (const other of [cast.resident, cast.member, cast.otherLiaison, cast.admin]) {
    expect(idsOf(await similar(content, other, a, village))).toEqual([open]);
  }
});

it('gives no school and no name of a wish away by what it finds', async () => {
  const village = '闸西村';
  await aStoredWish(functions, 'open', { content: '希望给闸西实验小学捐图书', village, groupId: 'g2', minor: true });
  expect(await similar('闸西实验小学', cast.resident, undefined, village)).toEqual([]);
});

it('reads no more than the newest three hundred of the village', async () => {
  const village = '福镇村';
  for (let made = 0; made < 340; made += 1) {
    const status = (['open', 'claimed', 'paused', 'closed'] as const)[made % 4] ?? 'open';
    await aStoredWish(functions, status, { content: '桥面有坑', village, groupId: 'g2' });
  }
  const before = functions.examined();
  expect(await similar('桥面有坑', cast.resident, undefined, village)).toHaveLength(5);
  // Beside them the account, the group and the groups' names.
  expect(functions.examined() - before).toBeLessThanOrEqual(320);
  const other = functions.examined();
  await similar('桥面有坑', cast.resident, undefined, '永兴村');
  expect(functions.examined() - other).toBeLessThan(20);
});

it('refuses a stranger, and a village that there is not', async () => {
  const input = { content: '村口路灯坏了', village: '刘胜村' };
  expect(await functions.refusal('wish.similar', input)).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('wish.similar', { ...input, village: '无名村' }, cast.resident.token)).toBe(
    'INVALID_INPUT',
  );
});
