import { honour } from '../../../cloudfunctions/honour/use-cases';
import { aClockTown, type ClockTown } from '../../support/clock-town';
import type { Person } from '../../support/town';

let town: ClockTown;
beforeEach(async () => {
  town = await aClockTown([honour]);
});
afterEach(() => town.close());

const at = (minute: string): Date => new Date(`${minute}:00+08:00`);
const ID = '2026-03:g1';

/** The lines about models in a person's inbox, the newest day first. */
async function told(who: Person): Promise<string[]> {
  const { items } = await town.call('notice.list', { limit: 50 }, town.tokenOf(who));
  return items.flatMap((one) => [one, ...(one.items ?? [])]).flatMap((one) => (one.modelId === ID ? [one.text] : []));
}

const nominate = () =>
  town.call('honour.nominate', { month: '2026-03', representativeId: 'g1-member' }, town.tokenOf(town.cast.liaison));

it('tells the liaison on the 25th, the 28th and the last day, and the presidium on the 1st and the 4th, each once', async () => {
  const { cast } = town;
  await town.runAt(at('2026-03-24T23:59'));
  expect(await told(cast.liaison)).toEqual([]);
  await town.runAt(at('2026-03-25T00:00'));
  await town.call('notice.read', {}, town.tokenOf(cast.liaison));
  expect((await town.runAt(at('2026-03-25T00:10'))).changed).toBe(0);
  const { unread } = await town.call('notice.count', {}, town.tokenOf(cast.liaison));
  expect([unread, await told(cast.liaison)]).toEqual([0, [expect.stringContaining('可以推荐了')]]);
  await Promise.all([town.runAt(at('2026-03-28T08:00')), town.runAt(at('2026-03-28T08:00'))]);
  await town.runAt(at('2026-03-31T08:00'));
  expect(await told(cast.liaison)).toHaveLength(3);
  expect(await told(cast.presidium)).toEqual([]);
  await town.runAt(at('2026-04-01T08:00'));
  await nominate();
  await town.runAt(at('2026-04-04T08:00'));
  expect(await told(cast.presidium)).toEqual([
    '江东代表小组3月典型代表的信息稿件还在起草，应于5日前发布',
    '江东代表小组3月典型代表还没有推荐，应于5日前发布',
  ]);
  expect((await town.runAt(at('2026-04-06T00:00'))).changed).toBe(0);
});

it('says the last alone when it comes late, and nothing to a group that has named or said why', async () => {
  const { cast } = town;
  town.clock.now = at('2026-03-26T09:00');
  await nominate();
  await town.runAt(at('2026-03-29T09:00'));
  expect(await told(cast.liaison)).toEqual([]);
  const { items } = await town.call('notice.list', {}, town.tokenOf(cast.otherLiaison));
  expect(items.flatMap((one) => one.items ?? [])).toMatchObject([{ text: expect.stringContaining('还没有推荐') }]);
});

it('reminds the leader of what has waited for more than two days, once each time that it was handed in', async () => {
  const { cast } = town;
  town.clock.now = at('2026-03-26T09:00');
  await nominate();
  await town.call('honour.submit', { id: ID }, town.tokenOf(cast.liaison));
  await town.runAt(at('2026-03-28T09:00'));
  expect(await told(cast.leader)).toHaveLength(1);
  await town.runAt(at('2026-03-28T09:10'));
  await town.runAt(at('2026-03-29T09:10'));
  expect(await told(cast.leader)).toEqual([
    '3月典型代表周建平的信息稿件等您签字已超过 2 天',
    '3月典型代表周建平的信息稿件请您签字',
  ]);
});
