/**
 * A model-based walk: random people try random acts, legal and illegal, on the wishes of a town while time passes.
 * The model is what the contract itself says: `allowed` of wish.get names exactly the acts that are taken.
 */
import fc from 'fast-check';
import type { WishView } from '../../../contract/wish-views';
import { holderRoles, isLive, wishStatuses } from '../../../domain/wish';
import { moves } from '../../../domain/wish-moves';
import { account } from '../../../cloudfunctions/account/use-cases';
import { clock } from '../../../cloudfunctions/clock/use-cases';
import { order } from '../../../cloudfunctions/order/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, type Cast, type Person } from '../../support/town';

const STARTED = new Date('2026-03-02T02:00:00Z');
const NAME = '欧阳翠花';
const PHONE = '13959171093';

type PersonName = keyof Cast;
type Act = { action: string; data: (wishId: string, now: Date, other: string) => Record<string, unknown> };

const day = (now: Date, days: number): string =>
  new Date(now.getTime() + (days * 24 + 8) * 3600_000).toISOString().slice(0, 10);

/** Every act on a wish with an input that is good by itself. */
const acts: readonly Act[] = [
  { action: 'review', data: (id) => ({ id, decision: 'publish' }) },
  { action: 'review', data: (id) => ({ id, decision: 'askInfo', reason: '请说明具体位置' }) },
  { action: 'review', data: (id) => ({ id, decision: 'reject', reason: '请拨打 12345 反映' }) },
  { action: 'review', data: (id, _now, other) => ({ id, decision: 'merge', into: other }) },
  { action: 'supply', data: (id) => ({ id, note: '在村口第三根电杆' }) },
  { action: 'withdraw', data: (id) => ({ id, reason: '已经自己解决' }) },
  { action: 'claim', data: (id) => ({ id }) },
  { action: 'assign', data: (id) => ({ id, representativeId: 'g1-member2', reason: '离得近' }) },
  { action: 'decline', data: (id) => ({ id, reason: '近期外出' }) },
  { action: 'contact', data: (id) => ({ id, way: 'phone', note: '已约好周五上门' }) },
  { action: 'progress', data: (id) => ({ id, note: '材料已买' }) },
  { action: 'release', data: (id) => ({ id, reason: '办不了' }) },
  { action: 'join', data: (id) => ({ id, part: 'labour', note: '出两个工' }) },
  { action: 'askHelp', data: (id) => ({ id, reason: '线路归供电部门' }) },
  { action: 'refuseHelp', data: (id) => ({ id, reason: '请先联系村里' }) },
  { action: 'askPause', data: (id, now) => ({ id, reason: '等材料', resumeOn: day(now, 10) }) },
  { action: 'refusePause', data: (id) => ({ id, reason: '材料已到' }) },
  { action: 'pause', data: (id, now) => ({ id, reason: '雨季', resumeOn: day(now, 20) }) },
  { action: 'resume', data: (id) => ({ id }) },
  { action: 'fulfil', data: (id) => ({ id, note: '已修好', outcomes: [{ kind: 'facility', items: 1 }] }) },
  { action: 'callBack', data: (id) => ({ id, way: 'phone', outcome: 'noAnswer' }) },
  { action: 'rate', data: (id) => ({ id, rating: 'satisfied', resolved: 'yes' }) },
  { action: 'rate', data: (id) => ({ id, rating: 'unsatisfied', resolved: 'no' }) },
  { action: 'followUp', data: (id) => ({ id, way: 'visit', resolved: 'yes' }) },
  { action: 'reopen', data: (id) => ({ id, reason: '又坏了' }) },
  {
    action: 'answer',
    data: (id) => ({ id, closeClass: 'D', explanation: '条件不够，已当面说明', way: 'visit' }),
  },
  { action: 'urge', data: (id) => ({ id, note: '请抓紧办理' }) },
  { action: 'hide', data: (id) => ({ id, reason: '照片不妥' }) },
  { action: 'unhide', data: (id) => ({ id, reason: '已换照片' }) },
  {
    action: 'order.issue',
    data: (wishId) => ({ wishId, departmentId: 'd1', dueDays: 7, reason: '请查看后修复' }),
  },
];

interface Step {
  person: PersonName;
  act: number;
  wish: number;
  /** Hours that pass before it. */
  hours: number;
  /** Takes one of the acts that somebody may take now, instead of any act by anybody. */
  lawful: boolean;
  /** 0: it may end the wish. */
  end: number;
}

let town: Functions;
let cast: Cast;

/** Months pass: a session of an earlier month has run out. */
const tokenOf = ({ accountId }: Person): string => town.host.issueToken(accountId);

beforeAll(async () => {
  town = await startFunctions([account, clock, order, report, wish], { now: STARTED });
  await aTown(town);
  cast = await aCast(town);
});
afterAll(() => town.close());

const seen = async (id: string, person: Person): Promise<WishView> =>
  (await town.call('wish.get', { id }, tokenOf(person))).wish;

const ends = (act: Act | undefined): boolean =>
  act?.action === 'withdraw' || /reject|merge/.test(JSON.stringify(act?.data('', STARTED, '')));

/** The step turned into something that somebody is allowed to do now, where there is anything. */
async function lawful(step: Step, id: string): Promise<Pick<Step, 'person' | 'act'>> {
  const choices: Pick<Step, 'person' | 'act'>[] = [];
  for (const [person, who] of Object.entries(cast) as [PersonName, Person][]) {
    const answer = await town.send('wish.get', { id }, tokenOf(who));
    const allowed = answer.ok ? (answer.data as { wish: WishView }).wish.allowed : [];
    for (const [act, { action }] of acts.entries()) if (allowed.includes(action)) choices.push({ person, act });
  }
  // Most walks would end at once if every end were as likely as any other act.
  const going = choices.filter(({ act }) => !ends(acts[act]));
  const open = going.length > 0 && step.end > 0 ? going : choices;
  return open[step.act % Math.max(1, open.length)] ?? step;
}

/** Acts for which `allowed` names the action but this particular input may still be refused by a rule on its facts. */
const mayStillRefuse = new Set(['TOO_MANY_CLAIMS', 'DUPLICATE']);

async function take(step: Step, id: string, other: string): Promise<void> {
  const { hours } = step;
  town.clock.now = new Date(town.clock.now.getTime() + hours * 3600_000);
  if (hours > 12) await town.call('clock.run', { now: town.clock.now.toISOString() }, tokenOf(cast.admin));
  const { person, act } = step.lawful ? await lawful(step, id) : step;
  const { action, data } = acts[act % acts.length] ?? { action: '', data: () => ({}) };
  const before = await seen(id, cast.presidium);
  const theirs = await town.send('wish.get', { id }, tokenOf(cast[person]));
  const allowed = theirs.ok ? (theirs.data as { wish: WishView }).wish.allowed : [];
  const name = action.includes('.') ? action : `wish.${action}`;
  const answer = await town.send(name, data(id, town.clock.now, other), tokenOf(cast[person]));
  const after = await seen(id, cast.presidium);
  if (!answer.ok) {
    expect(answer.error.code).not.toBe('INTERNAL');
    // An act that `allowed` names is refused only for a reason that the input brings.
    if (allowed.includes(action)) {
      expect([...mayStillRefuse, 'WRONG_STATE', 'INVALID_INPUT']).toContain(answer.error.code);
      if (answer.error.code === 'WRONG_STATE') checkDecisions(action, before, answer.error.message);
    }
    expect(after).toEqual(before);
    return;
  }
  expect(allowed).toContain(action);
  expect(after.rev).toBeGreaterThan(before.rev);
  expect(after.timeline.length).toBeGreaterThan(before.timeline.length);
  expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
  checkTransition(action, before, after);
}

/** One action stands for several moves (审核, 评价): the input chose one that this status has not. */
function checkDecisions(action: string, { status }: WishView, message: string): void {
  const ofAction = Object.values(moves).filter((move) => move.action === action);
  expect(`${action} ${status} ${message} ${ofAction.length > 1 || action === 'fulfil' ? 'several' : 'one'}`).toMatch(
    /several$/,
  );
}

function checkTransition(action: string, before: WishView, after: WishView): void {
  const targets = Object.values(moves)
    .filter((move) => move.action === action && (move.from as readonly string[]).includes(before.status))
    .flatMap((move) => [move.to ?? before.status, 'orTo' in move ? move.orTo : before.status]);
  expect(targets).toContain(after.status);
}

function checkWish(wish: WishView): void {
  expect(holderRoles).toContain(wish.holder.role);
  expect(wish.holder.role === 'none').toBe(!isLive(wish.status));
  if (['claimed', 'fulfilled'].includes(wish.status)) expect(wish.claimer).toBeDefined();
  if (['open', 'submitted', 'needInfo'].includes(wish.status)) expect(wish.claimer).toBeUndefined();
  if (isLive(wish.status)) {
    const held = wish.heldHours.reduce((sum, { hours }) => sum + hours, 0);
    const whole = (town.clock.now.getTime() - new Date(wish.collectedAt).getTime()) / 3600_000;
    expect(Math.abs(held - whole)).toBeLessThan(0.5);
    expect(wish.stoppedHours).toBeLessThanOrEqual(whole + 0.1);
  }
  const times = wish.timeline.map(({ at }) => at);
  expect(times).toEqual([...times].sort());
}

/** Nobody meets the wisher's name or number without asking for it; what they may ask for is theirs to ask. */
async function checkMasks(id: string): Promise<void> {
  for (const person of [...Object.values(cast), null]) {
    const answer = await town.send('wish.get', { id }, person ? tokenOf(person) : undefined);
    const text = JSON.stringify(answer);
    expect(text).not.toContain(PHONE);
    if (person !== cast.resident) expect(text).not.toContain(NAME);
    if (!answer.ok || !person) continue;
    const { mayReveal } = (answer.data as { wish: WishView }).wish;
    const revealed = await town.send('wish.reveal', { id, why: '核对回访电话' }, tokenOf(person));
    expect(revealed.ok).toBe(mayReveal);
  }
}

/** Of all walks so far: the clock goes on moving the wishes of the earlier ones. */
async function checkCounts(ids: readonly string[]): Promise<void> {
  const { wishes } = await town.call('report.overview', {}, tokenOf(cast.presidium));
  const now = await Promise.all(ids.map((id) => seen(id, cast.presidium)));
  for (const status of wishStatuses) {
    const counted = now.filter((one) => one.status === status).length + (status === 'fulfilled' ? closed(now) : 0);
    expect({ status, count: wishes[status] }).toEqual({ status, count: counted });
  }
}

const closed = (all: readonly WishView[]): number => all.filter(({ status }) => status === 'closed').length;

const step: fc.Arbitrary<Step> = fc.record({
  person: fc.constantFrom<PersonName[]>(
    'resident',
    'member',
    'liaison',
    'presidium',
    'department',
    'admin',
    'otherMember',
    'otherLiaison',
  ),
  act: fc.nat(10_000),
  wish: fc.nat(2),
  hours: fc.constantFrom(0, 0, 0, 1, 5, 30, 80, 200),
  lawful: fc.constantFrom(true, true, false),
  end: fc.nat(5),
});

it('keeps one holder, whole clocks, a complete timeline, masks and counts whatever people try', async () => {
  const met = new Set<string>();
  const all: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 70, maxLength: 90 }), async (steps) => {
      const wisher = { name: NAME, phone: PHONE };
      const ids: string[] = [];
      for (let index = 0; index < 3; index += 1) {
        const submitted = await town.call('wish.submit', aWish({ wisher }), tokenOf(cast.resident));
        ids.push(submitted.wish.id);
      }
      for (const taken of steps) {
        const id = ids[taken.wish] ?? '';
        await take(taken, id, ids[(taken.wish + 1) % ids.length] ?? '');
        const after = await seen(id, cast.presidium);
        checkWish(after);
        met.add(after.status);
      }
      for (const id of ids) await checkMasks(id);
      all.push(...ids);
      await checkCounts(all);
    }),
    { numRuns: 3, seed: 20_260_302, endOnFailure: true },
  );
  // The walk is worth something only where it gets around: nearly all of the twelve statuses.
  expect(met.size).toBeGreaterThanOrEqual(wishStatuses.length - 2);
});
