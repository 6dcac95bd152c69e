import { addDays } from '../../../domain/time';
import * as settings from '../../../cloudfunctions/store/settings';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { aClockTown, TOWN_NOW, type ClockTown } from '../../support/clock-town';
import { aStoredWish, theMember } from '../../support/stored-wishes';

let town: ClockTown;
beforeEach(async () => {
  town = await aClockTown();
});
afterEach(() => town.close());

/** As an earlier version of the product stored it. */
async function asStoredBefore(id: string): Promise<void> {
  const fields = { plan: '', statusSince: '', heldMs: '', stoppedMs: '' } as const;
  await (await wishes.wishes()).updateOne({ _id: id }, { $unset: fields });
}

it('plans what an earlier version stored, from when its holder has had it', async () => {
  const id = await aStoredWish(town, 'open');
  await asStoredBefore(id);
  await town.runAt(addDays(TOWN_NOW, 1));
  const stored = await (await wishes.wishes()).findOne({ _id: id });
  expect(stored).toMatchObject({ statusSince: TOWN_NOW, heldMs: {}, stoppedMs: 0, rev: 1 });
  expect(stored?.plan).toMatchObject({ version: 1, nextAt: addDays(TOWN_NOW, 3), desk: 'liaison:g1', kind: 'assign' });
  expect((await town.runAt(addDays(TOWN_NOW, 3))).changed).toBe(1);
});

it("finds by the wisher's phone what an earlier version stored", async () => {
  const id = await aStoredWish(town, 'open');
  await asStoredBefore(id);
  await (await wishes.wishes()).updateOne({ _id: id }, { $set: { terms: ['路灯'] } });
  const search = { scope: 'town', by: 'phone', q: '1093' } as const;
  await town.runAt(addDays(TOWN_NOW, 1));
  expect((await town.call('wish.list', search, town.cast.presidium.token)).items.map((wish) => wish.id)).toEqual([id]);
});

it('catches up in the same run with what is due of it', async () => {
  const ids = await Promise.all(Array.from({ length: 110 }, () => aStoredWish(town, 'open')));
  for (const id of ids) await asStoredBefore(id);
  const at = addDays(TOWN_NOW, 8);
  expect((await town.runAt(at)).changed).toBe(220);
  expect((await town.runAt(at)).changed).toBe(0);
  const { items } = await town.call('notice.list', {}, town.cast.presidium.token);
  expect(items).toMatchObject([{ text: '今天有 110 件事要您处理' }]);
  expect(items[0]?.items).toHaveLength(100);
});

it('lets people see and move such a wish before it is planned', async () => {
  const id = await aStoredWish(town, 'open');
  await asStoredBefore(id);
  town.clock.now = addDays(TOWN_NOW, 1);
  expect((await town.call('wish.get', { id })).wish.heldHours).toEqual([{ role: 'liaison', hours: 24 }]);
  await town.call('wish.claim', { id }, town.cast.member.token);
  expect((await wishes.get(id)).plan).toMatchObject({ version: 1, desk: 'representative:g1-member' });
});

it("takes up the town's new timers, and says nothing a second time", async () => {
  const [told, untold] = [
    await aStoredWish(town, 'open'),
    await aStoredWish(town, 'open', { statusSince: addDays(TOWN_NOW, 3) }),
  ];
  await town.runAt(addDays(TOWN_NOW, 3));
  expect(Object.keys(await town.toldOf(told)).sort()).toEqual(['leader', 'liaison', 'member']);
  await settings.save({
    ...(await settings.get()),
    timersVersion: 2,
    timers: {
      unclaimed: [
        { afterHours: 48, tell: ['leader'], text: '2 天还没有代表认领' },
        { afterHours: 96, tell: ['presidium'], text: '4 天还没有代表认领', move: 'escalate' },
      ],
    },
  });
  const at = addDays(TOWN_NOW, 3.5);
  expect((await town.runAt(at)).changed).toBe(2);
  expect((await wishes.get(told)).plan).toMatchObject({ version: 2, nextAt: addDays(TOWN_NOW, 4) });
  expect((await wishes.get(untold)).plan).toMatchObject({ version: 2, nextAt: addDays(TOWN_NOW, 5) });
  expect((await town.runAt(at)).changed).toBe(0);
  await town.runAt(addDays(TOWN_NOW, 4));
  expect(await wishes.get(told)).toMatchObject({ holder: { role: 'presidium' } });
});

it('leaves what has no timer without one', async () => {
  const id = await aStoredWish(town, 'coordinating', { claimer: theMember(town) });
  await asStoredBefore(id);
  await town.runAt(addDays(TOWN_NOW, 1));
  const { plan } = await wishes.get(id);
  expect([plan.timers, plan.nextAt]).toEqual([[], undefined]);
});
