/**
 * Half a year of a town, six hours at a time: people act by script or do not act at all, the clock does the rest, and
 * nothing is lost. Half of the wishers and claimers here are as slow as people are.
 */
import type { ActionName } from '../../../contract/contract';
import { addDays, HOUR_MS, shanghaiDay } from '../../../domain/time';
import { isLive } from '../../../domain/wish';
import { order } from '../../../cloudfunctions/order/use-cases';
import * as orders from '../../../cloudfunctions/store/orders';
import * as settings from '../../../cloudfunctions/store/settings';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { aClockTown, TOWN_NOW, type ClockTown } from '../../support/clock-town';
import { aResident, aWish, type Person } from '../../support/town';

const DAYS = 180;
const EVERY_HOURS = 12;

type Who = keyof ClockTown['cast'];

interface Story {
  id: string;
  orderId: string;
}

/** On which day after the submission who does what. */
type Act = readonly [day: number, who: Who, act: (story: Story, day: string) => [ActionName, unknown]];

/** The contract checks the data when they are sent. */
const act =
  (name: ActionName, data: (story: Story, day: string) => unknown): Act[2] =>
  (story, day) => [name, data(story, day)];

const publish: Act = [0.5, 'liaison', act('wish.review', ({ id }) => ({ id, decision: 'publish' }))];
const claim: Act = [1, 'member', act('wish.claim', ({ id }) => ({ id }))];
const contact: Act = [2, 'member', act('wish.contact', ({ id }) => ({ id, way: 'phone', note: '已约好上门' }))];
const fulfil = (day: number): Act => [
  day,
  'member',
  act('wish.fulfil', ({ id }) => ({ id, note: '已经修好', outcomes: [{ kind: 'facility', items: 1 }] })),
];
const rate = (day: number, good: boolean): Act => [
  day,
  'liaison',
  act('wish.rate', ({ id }) => ({ id, rating: good ? 'satisfied' : 'unsatisfied', resolved: good ? 'yes' : 'no' })),
];
const callBack = (day: number): Act => [
  day,
  'liaison',
  act('wish.callBack', ({ id }) => ({ id, way: 'phone', outcome: 'noAnswer' })),
];
const note = (day: number): Act => [day, 'member', act('wish.progress', ({ id }) => ({ id, note: '材料已买' }))];
const pause = (day: number, until: string): Act => [
  day,
  'liaison',
  act('wish.pause', ({ id }) => ({ id, reason: '等雨季过去', resumeOn: until })),
];
const issue = (day: number): Act => [
  day,
  'presidium',
  act('order.issue', ({ id }) => ({ wishId: id, departmentId: 'd1', dueDays: 7, reason: '路灯由部门维修' })),
];
const orderAct = (day: number, who: Who, name: ActionName, data: object): Act => [
  day,
  who,
  act(name, ({ orderId }) => ({ id: orderId, ...data })),
];

const taken = [publish, claim, contact];
const scripts: Record<string, readonly Act[]> = {
  neverReviewed: [],
  silentSubmitter: [[1, 'liaison', act('wish.review', ({ id }) => ({ id, decision: 'askInfo', reason: '在哪里？' }))]],
  neverClaimed: [publish],
  neverContacted: [publish, claim],
  neverNoted: taken,
  prompt: [...taken, note(6), fulfil(9), rate(11, true)],
  neverCalledBack: [...taken, fulfil(9)],
  silentWisher: [...taken, fulfil(9), callBack(11), callBack(13)],
  unsatisfied: [...taken, fulfil(9), rate(10, false), note(14), fulfil(16), rate(18, true)],
  answered: [
    publish,
    [
      20,
      'presidium',
      act('wish.answer', ({ id }, day) => ({
        id,
        closeClass: 'C',
        explanation: '列入明年计划，已当面说明',
        way: 'visit',
        followUpOn: day,
      })),
    ],
  ],
  withOrder: [
    ...taken,
    issue(4),
    orderAct(5, 'department', 'order.accept', {}),
    orderAct(9, 'department', 'order.answer', { text: '路灯已经更换，当晚恢复照明。', closeClass: 'A' }),
    orderAct(10, 'presidium', 'order.rate', { rating: 'satisfied' }),
    fulfil(12),
    rate(13, true),
  ],
  orderIgnored: [...taken, issue(4)],
};

interface Told {
  who: string;
  day: string;
  wishId: string;
  text: string;
}

let town: ClockTown;
let people: Record<string, Person>;
let stories: (Story & { kind: string; from: Date; submitter: Person })[];

const call = (name: ActionName, data: unknown, person: Person) => town.send(name, data, town.tokenOf(person));

async function submit(kind: string, from: Date, submitter: Person): Promise<void> {
  const envelope = await call(
    'wish.submit',
    aWish({ content: `第 ${stories.length + 1} 个心愿，路灯坏了` }),
    submitter,
  );
  if (!envelope.ok) throw new Error(envelope.error.message);
  const { wish } = envelope.data as { wish: { id: string } };
  stories.push({ id: wish.id, orderId: '', kind, from, submitter });
}

/** What of the scripts is due between two looks; every act must be allowed. */
async function actUntil(before: Date, now: Date): Promise<void> {
  for (const story of stories) {
    const script = [...(scripts[story.kind] ?? []), ...(story.kind === 'paused' ? pausedUntil(story.from) : [])];
    for (const [day, who, make] of script) {
      const at = addDays(story.from, day);
      if (at <= before || at > now) continue;
      const [name, data] = make(story, shanghaiDay(addDays(at, 40)));
      const envelope = await call(name, data, town.cast[who]);
      if (!envelope.ok) throw new Error(`${story.kind} ${name}: ${envelope.error.message}`);
      if (name === 'order.issue') story.orderId = (envelope.data as { order: { id: string } }).order.id;
    }
  }
}

const pausedUntil = (from: Date): Act[] => [
  ...taken,
  pause(5, shanghaiDay(addDays(from, 25))),
  fulfil(30),
  rate(31, true),
];

/** Everything that this person was ever told, by day and wish. */
async function toldTo(who: string, person: Person): Promise<Told[]> {
  const told: Told[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
    const { items, nextCursor } = await town.call('notice.list', page, town.tokenOf(person));
    for (const { at, items: lines = [], ...one } of items) {
      for (const { wishId, text } of one.wishId === undefined ? lines : [one]) {
        // What is said of 月度典型代表 is no wish's.
        if (wishId !== undefined) told.push({ who, day: shanghaiDay(new Date(at)), wishId, text });
      }
    }
    cursor = nextCursor;
  }
  return told;
}

/** Wishes that lie on no desk, neither themselves nor by an order, and come back on no day. */
async function unseen(): Promise<string[]> {
  const lost: string[] = [];
  for (const { id, kind } of stories) {
    const { status, plan } = await wishes.get(id);
    if (!isLive(status) || plan.desk !== undefined || plan.nextAt !== undefined) continue;
    const onDesk = (await orders.listByWish(id)).some((one) => one.plan.desk !== undefined);
    if (!onDesk) lost.push(kind);
  }
  return lost;
}

beforeAll(async () => {
  town = await aClockTown([order]);
  await settings.save({ ...(await settings.get()), claimLimit: 1000 });
  const residents = await Promise.all(Array.from({ length: 6 }, () => aResident(town)));
  people = { ...town.cast, ...Object.fromEntries(residents.map((person, index) => [`resident${index}`, person])) };
  stories = [];
  const kinds = [...Object.keys(scripts), 'paused'];
  let before = TOWN_NOW;
  for (let hours = EVERY_HOURS; hours <= DAYS * 24; hours += EVERY_HOURS) {
    const now = new Date(TOWN_NOW.getTime() + hours * HOUR_MS);
    town.clock.now = now;
    const next = stories.length;
    // One wish in two days, of each kind in turn, each submitter in turn.
    if (hours % 48 === 0 && next < 3 * kinds.length) {
      await submit(kinds[next % kinds.length] ?? '', now, residents[next % residents.length] ?? town.cast.resident);
    }
    await actUntil(before, now);
    await town.runAt(now);
    if (hours % (30 * 24) === 0) expect(await unseen()).toEqual([]);
    before = now;
  }
}, 300_000);
afterAll(() => town.close());

const ofKind = (kind: string) => stories.filter((story) => story.kind === kind);
const viewOf = async (id: string) => (await town.call('wish.get', { id }, town.tokenOf(town.cast.presidium))).wish;

it('tells nobody of one wish twice on one day', async () => {
  let all = 0;
  for (const [who, person] of Object.entries(people)) {
    const told = await toldTo(who, person);
    const places = told.map(({ day, wishId }) => `${day} ${wishId}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    all += told.length;
  }
  expect(all).toBeGreaterThan(300);
});

it('brings every wish that nobody claims to the presidium on the seventh day', async () => {
  const told = await toldTo('presidium', town.cast.presidium);
  for (const { id, from } of ofKind('neverClaimed')) {
    const [escalated] = told.filter(({ wishId, text }) => wishId === id && text.includes('7 天还没有代表认领'));
    expect(escalated?.day).toBe(shanghaiDay(addDays(from, 7.5)));
    expect((await viewOf(id)).holder.role).toBe('presidium');
  }
  expect(ofKind('neverClaimed')).toHaveLength(3);
});

it.each([
  ['neverReviewed', { status: 'submitted', holder: { role: 'presidium' } }],
  ['silentSubmitter', { status: 'withdrawn', holder: { role: 'none' } }],
  ['neverContacted', { status: 'claimed', overdue: true }],
  ['neverNoted', { status: 'claimed', overdue: true }],
  ['prompt', { status: 'closed', rating: 'satisfied' }],
  ['neverCalledBack', { status: 'fulfilled' }],
  ['silentWisher', { status: 'closed' }],
  ['unsatisfied', { status: 'closed', rating: 'satisfied' }],
  ['answered', { status: 'answered', closeClass: 'C' }],
  ['withOrder', { status: 'closed', rating: 'satisfied' }],
  ['orderIgnored', { status: 'coordinating' }],
  ['paused', { status: 'closed', rating: 'satisfied' }],
])('leaves every wish of the kind %s where it belongs', async (kind, expected) => {
  for (const { id } of ofKind(kind)) expect(await viewOf(id)).toMatchObject(expected);
});

it('closes in silence without calling it solved, and asks again after 28 days', async () => {
  for (const { id } of ofKind('silentWisher')) {
    const view = await viewOf(id);
    expect([view.rating, view.resolved, view.allowed.includes('followUp')]).toEqual([undefined, undefined, true]);
  }
});

it('says what the clock did on the timeline', async () => {
  for (const { id } of ofKind('paused')) {
    const lines = (await viewOf(id)).timeline.map(({ who, what }) => `${who} ${what}`);
    expect(lines).toContain('系统 恢复办理');
  }
});

it('asks a silent claimer every week', async () => {
  const told = await toldTo('member', town.cast.member);
  for (const { id, from } of ofKind('neverNoted')) {
    const weeks = Math.floor((town.clock.now.getTime() - addDays(from, 2).getTime()) / (7 * 24 * HOUR_MS));
    const asked = told.filter(({ wishId, text }) => wishId === id && text.includes('7 天以上没有登记进展'));
    expect(asked.length).toBeGreaterThan(weeks - 4);
    expect(asked.length).toBeLessThanOrEqual(weeks);
  }
});

it('accounts for all the time of every wish, by who held it', async () => {
  for (const { id, from } of stories) {
    const { heldMs, holder, status } = await wishes.get(id);
    const passed = Object.values(heldMs).reduce((sum, ms) => sum + ms, 0);
    expect(passed).toBe(holder.since.getTime() - from.getTime());
    if (!isLive(status)) continue;
    const hours = (await viewOf(id)).heldHours.reduce((sum, held) => sum + held.hours, 0);
    expect(Math.abs(hours - (town.clock.now.getTime() - from.getTime()) / HOUR_MS)).toBeLessThan(6);
  }
});

it('changes nothing when the clock runs again', async () => {
  expect((await town.runAt(town.clock.now)).changed).toBe(0);
});
