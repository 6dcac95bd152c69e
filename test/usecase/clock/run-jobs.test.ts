import { addDays } from '../../../domain/time';
import type { Host } from '../../../cloudfunctions/host/host';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { aClockTown, TOWN_NOW, type ClockTown } from '../../support/clock-town';
import { aStoredWish, theMember } from '../../support/stored-wishes';

const JOBS = [
  'planAnew',
  'listOldPosts',
  'wishTimers',
  'orderReminders',
  'modelReminders',
  'awardReminders',
  'appealReminders',
  'dutyCalls',
  'dutyReminders',
  'campaignReminders',
  'campaignTasks',
  'bookDeductions',
  'idleQuarters',
  'proposalReminders',
  'closeMonths',
  'settleImages',
  'sendNotices',
  'sweepMedia',
  'carryOnDossiers',
];

let town: ClockTown;
beforeEach(async () => {
  town = await aClockTown();
});
afterEach(() => town.close());

const open = (count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, () => aStoredWish(town, 'open', { submitterId: town.cast.resident.accountId })),
  );

const sum = (runs: readonly { changed: number }[]): number => runs.reduce((total, { changed }) => total + changed, 0);

it('says what it ran and how much it changed, and changes nothing the second time', async () => {
  await open(3);
  const at = addDays(TOWN_NOW, 3).toISOString();
  expect(await town.call('clock.run', { now: at }, town.cast.admin.token)).toEqual({ ran: JOBS, changed: 3 });
  const told = await town.call('notice.list', {}, town.cast.leader.token);
  expect(await town.call('clock.run', { now: at }, town.cast.admin.token)).toEqual({ ran: JOBS, changed: 0 });
  expect(await town.call('notice.list', {}, town.cast.leader.token)).toEqual(told);
});

it('gathers the reminders of a day in one digest', async () => {
  await open(3);
  await town.runAt(addDays(TOWN_NOW, 3));
  const { items } = await town.call('notice.list', {}, town.cast.leader.token);
  expect(items).toMatchObject([{ kind: 'digest', text: '今天有 3 件事要您处理', items: [{}, {}, {}] }]);
});

it('tells each thing once when two runs meet', async () => {
  const ids = await open(12);
  const at = addDays(TOWN_NOW, 7);
  expect(sum(await Promise.all([town.runAt(at), town.runAt(at), town.runAt(at)]))).toBe(12);
  for (const id of ids) {
    const { timeline, rev } = await wishes.get(id);
    expect([timeline.filter(({ who }) => who === '系统').length, rev]).toEqual([1, 2]);
    expect(await town.toldOf(id)).toMatchObject({ presidium: [expect.stringContaining('转主席团兜底')] });
  }
  const { items } = await town.call('notice.list', {}, town.cast.presidium.token);
  expect(items).toMatchObject([{ text: '今天有 12 件事要您处理' }]);
});

it('makes every move when it comes forty days late, and tells each the last that is theirs, once', async () => {
  const [unclaimed] = await open(1);
  const paused = await aStoredWish(town, 'paused', {
    claimer: theMember(town, { contactedAt: TOWN_NOW }),
    pausedFrom: 'claimed',
    resumeOn: addDays(TOWN_NOW, 5),
  });
  const asked = await aStoredWish(town, 'needInfo', { submitterId: town.cast.resident.accountId });
  const at = addDays(TOWN_NOW, 40);
  await town.runAt(at);
  expect((await wishes.get(unclaimed ?? '')).holder).toEqual({ role: 'presidium', since: at });
  expect(await town.toldOf(unclaimed ?? '')).toEqual({
    member: [expect.stringContaining('3 天还没有代表认领')],
    leader: [expect.stringContaining('5 天还没有代表认领')],
    liaison: [expect.stringContaining('5 天还没有代表认领')],
    presidium: [expect.stringContaining('7 天还没有代表认领')],
  });
  expect(await wishes.get(paused)).toMatchObject({ status: 'claimed', statusSince: at });
  expect(await wishes.get(asked)).toMatchObject({ status: 'withdrawn' });
  expect(await town.toldOf(asked)).toEqual({ resident: [expect.stringContaining('已自动撤回')] });
  expect((await town.runAt(at)).changed).toBe(0);
});

/** Breaks what the store holds of a wish, so that no move can be made from it. */
const breakWish = async (id: string): Promise<void> => {
  await (await wishes.wishes()).updateOne({ _id: id }, { $unset: { timeline: '' } });
};

it('does all others when one wish cannot be worked off, writes it down, and does it once it is mended', async () => {
  const [broken = '', ...others] = await open(4);
  const { timeline } = await wishes.get(broken);
  await breakWish(broken);
  const lines: Record<string, unknown>[] = [];
  const host: Host = { ...town.host, log: (_level, line) => void lines.push(line) };
  const at = addDays(TOWN_NOW, 7);
  expect(await town.runAt(at, host)).toEqual({ ran: JOBS, changed: 3 });
  expect(lines).toMatchObject([{ job: 'wishTimers', id: broken, error: expect.any(String) }]);
  for (const id of others) expect((await wishes.get(id)).holder.role).toBe('presidium');
  await (await wishes.wishes()).updateOne({ _id: broken }, { $set: { timeline } });
  expect(await town.runAt(at)).toEqual({ ran: JOBS, changed: 1 });
  expect((await wishes.get(broken)).holder.role).toBe('presidium');
});

it('is completed by the next run when it is cut off half way', async () => {
  const ids = await open(6);
  const [broken = ''] = ids;
  await breakWish(broken);
  // The log is the first thing that a run does about a broken wish: one that dies there leaves the rest undone.
  const host: Host = {
    ...town.host,
    log: (_level, line) => {
      if ('id' in line) throw new Error('the machine went down');
    },
  };
  const at = addDays(TOWN_NOW, 7);
  const cut = await town.runAt(at, host);
  expect(cut.ran).toEqual(JOBS.filter((job) => job !== 'wishTimers'));
  await (await wishes.wishes()).updateOne({ _id: broken }, { $set: { timeline: [] } });
  await town.runAt(at);
  const { items } = await town.call('notice.list', {}, town.cast.presidium.token);
  expect(items).toMatchObject([{ kind: 'digest', text: '今天有 6 件事要您处理' }]);
  for (const id of ids) expect((await wishes.get(id)).holder.role).toBe('presidium');
});

it('reads no more for ten due wishes among five thousand', async () => {
  const many = await open(1);
  const copy = await wishes.get(many[0] ?? '');
  const { plan: _plan, ...shape } = copy;
  const others = Array.from({ length: 4990 }, (_, index) => ({
    ...shape,
    _id: `other-${index}`,
    code: `CJ-2020-${index}`,
    status: 'closed' as const,
  }));
  await (await wishes.wishes()).deleteMany({});
  await inTransaction((tx) => wishes.insertMany(others, tx));
  town.clock.now = TOWN_NOW;
  await open(10);
  const at = addDays(TOWN_NOW, 3);
  await town.runAt(TOWN_NOW);
  const before = town.examined();
  expect((await town.runAt(at)).changed).toBe(10);
  expect(town.examined() - before).toBeLessThanOrEqual(100);
  const again = town.examined();
  expect((await town.runAt(at)).changed).toBe(0);
  // Each group is looked at, and what was said of it.
  expect(town.examined() - again).toBeLessThanOrEqual(9);
});
