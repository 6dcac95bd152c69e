import { account } from '../../../cloudfunctions/account/use-cases';
import { appealReminders } from '../../../cloudfunctions/clock/remind-of-appeals';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import * as accounts from '../../../cloudfunctions/store/accounts';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import * as pointsEntries from '../../../cloudfunctions/store/points-entries';
import { pointsPeriods } from '../../../cloudfunctions/store/points-periods';
import { appealUntil } from '../../../domain/points-appeal';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, type Cast } from '../../support/town';

/** A Thursday. */
const NOW = new Date('2021-07-01T02:00:00Z');

let functions: Functions;
let cast: Cast;

beforeAll(async () => {
  functions = await startFunctions([account, points, notice]);
  await aTown(functions);
  cast = await aCast(functions);
});
beforeEach(() => {
  functions.clock.now = NOW;
});
afterAll(() => functions.close());

/** An entry of the first group's member, and what its deed is called by. */
async function anEntry(set: Partial<pointsBook.NewEntry> = {}) {
  const id = newId();
  const ref = { kind: 'wish', id, label: 'CJ-2021-0001' } as const;
  const entry: pointsBook.NewEntry = {
    ...{ id, rule: 'D3', representativeId: 'g1-member', groupId: 'g1', at: NOW, ref },
    ...{ reason: '逾期未办结', by: 'test' },
    ...set,
  };
  await inTransaction((tx) => pointsBook.payOnce(entry, tx));
  return id;
}

const reason = '停工令下来后暂停了，不是逾期';
const appeal = (entryId: string) => functions.call('points.appeal', { entryId, reason }, cast.member.token);
const decide = (appealId: string, accept: boolean, points?: number, token = cast.presidium.token) =>
  functions.call(
    'points.decide',
    { appealId, accept, reason: '经核实情况属实', ...(points === undefined ? {} : { points }) },
    token,
  );
/** All that was booked of the entry's deed, in the order of the chain. */
const ofDeed = async (entryId: string) => {
  const { deed } = await pointsEntries.get(entryId);
  const all = await pointsEntries.entries();
  return all.find({ deed }).sort({ seq: 1 }).toArray();
};
const deltasOf = async (entryId: string): Promise<number[]> =>
  (await ofDeed(entryId)).map(({ deltaTenths }) => deltaTenths);
const told = async (token: string) => (await functions.call('notice.list', {}, token)).items.map(({ text }) => text);
const viewOf = async (entryId: string, token: string) =>
  (await functions.call('points.entries', { representativeId: 'g1-member', limit: 50 }, token)).items.find(
    ({ id }) => id === entryId,
  );

it('is the person’s own way against an entry, once, with photos', async () => {
  const entryId = await anEntry();
  const photo = await aPhoto(cast.member);
  const { appeal } = await functions.call('points.appeal', { entryId, reason, photos: [photo] }, cast.member.token);
  expect(appeal).toMatchObject({
    status: 'open',
    representative: '周建平',
    groupName: '江东代表小组',
    entry: { rule: 'D3', delta: -2 },
    photos: [{ id: photo }],
    answerBy: '2021-07-08T15:59:59.999Z',
    allowed: [],
  });
  expect(await viewOf(entryId, cast.member.token)).toMatchObject({ appeal: { id: appeal.id, status: 'open' } });
  expect((await told(cast.presidium.token)).join()).toContain('周建平对“逾期未办结且无延期”的积分提出申诉');
  const again = () => functions.refusal('points.appeal', { entryId, reason }, cast.member.token);
  expect(await Promise.all([again(), again()])).toEqual(['DUPLICATE', 'DUPLICATE']);
});

it('is nobody else’s, and closed after the seventh day', async () => {
  const entryId = await anEntry();
  const until = appealUntil(NOW);
  expect(await functions.refusal('points.appeal', { entryId, reason }, cast.otherMember.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('points.appeal', { entryId: 'x', reason }, cast.member.token)).toBe('NOT_FOUND');
  expect((await viewOf(entryId, cast.member.token))?.appealUntil).toBe(until.toISOString());
  expect(await viewOf(entryId, cast.liaison.token)).not.toHaveProperty('appealUntil');
  functions.clock.now = new Date(until.getTime() + 1);
  expect(await viewOf(entryId, cast.member.token)).not.toHaveProperty('appealUntil');
  expect(await functions.refusal('points.appeal', { entryId, reason }, cast.member.token)).toBe('WRONG_STATE');
  functions.clock.now = until;
  expect((await appeal(entryId)).appeal.status).toBe('open');
});

it('accepted, takes the entry back by a counter-entry, and the person reads why', async () => {
  const entryId = await anEntry();
  const { appeal: made } = await appeal(entryId);
  const { appeal: decided } = await decide(made.id, true);
  expect(decided).toMatchObject({ status: 'decided', decision: { accept: true, points: 0, reason: '经核实情况属实' } });
  expect(await deltasOf(entryId)).toEqual([-20, 20]);
  expect(await viewOf(entryId, cast.member.token)).toMatchObject({
    appeal: { status: 'decided', accept: true, reason: '经核实情况属实' },
  });
  expect((await told(cast.member.token)).join()).toContain('您的积分申诉已获支持，这一项改为 0 分：经核实情况属实');
  expect(
    await functions.refusal(
      'points.decide',
      { appealId: made.id, accept: false, reason: '再议' },
      cast.presidium.token,
    ),
  ).toBe('WRONG_STATE');
});

it('accepted with points, makes the deed worth exactly these, but never more than the caps leave', async () => {
  const entryId = await anEntry({ rule: 'S1', ref: { kind: 'post', id: newId(), label: '晒单' } });
  const { appeal: made } = await appeal(entryId);
  const refusal = functions.refusal(
    'points.decide',
    { appealId: made.id, accept: true, reason: '应多计', points: 1.5 },
    cast.presidium.token,
  );
  expect(await refusal).toBe('INVALID_INPUT');
  expect(
    await functions.refusal(
      'points.decide',
      { appealId: made.id, accept: true, reason: '扣分', points: -1 },
      cast.presidium.token,
    ),
  ).toBe('INVALID_INPUT');
  expect(await deltasOf(entryId)).toEqual([10]);
  await decide(made.id, true, 0.5);
  expect(await deltasOf(entryId)).toEqual([10, -10, 5]);
  const last = (await ofDeed(entryId)).at(-1);
  expect(last).toMatchObject({ how: '申诉改为 0.5 分', reason: '申诉成立：经核实情况属实', kind: 'paid' });
  // The presidium's word is the last: no appeal against it.
  expect(await functions.refusal('points.appeal', { entryId: last?._id ?? '', reason }, cast.member.token)).toBe(
    'WRONG_STATE',
  );
});

it('against a reversal counts what was taken back, and an event that comes later does not pay it twice', async () => {
  const ref = { kind: 'post', id: newId(), label: '晒单' } as const;
  const at = new Date('2021-06-25T02:00:00Z');
  await anEntry({ rule: 'S1', at, ref });
  const deed = { rule: 'S1', representativeId: 'g1-member', ref } as const;
  const act = (id: string) => ({ id, at: NOW, reason: '晒单被隐藏', by: 'test' });
  const reversalId = newId();
  await inTransaction((tx) => pointsBook.reverseOnce(deed, act(reversalId), tx, 1));
  const { appeal: made } = await appeal(reversalId);
  expect(made.usualPoints).toBe(1);
  await decide(made.id, true);
  await inTransaction((tx) => pointsBook.restoreOnce(deed, act(newId()), tx));
  expect(await deltasOf(reversalId)).toEqual([10, -10, 10]);
});

it('refused, changes no points', async () => {
  const entryId = await anEntry();
  const { appeal: made } = await appeal(entryId);
  const { appeal: decided } = await decide(made.id, false);
  expect(decided.decision).toMatchObject({ accept: false, who: expect.stringContaining('主席团') });
  expect(decided.decision).not.toHaveProperty('points');
  expect(await deltasOf(entryId)).toEqual([-20]);
});

it('is decided once, however many decide at the same moment', async () => {
  const entryId = await anEntry();
  const { appeal: made } = await appeal(entryId);
  const answers = await Promise.allSettled([decide(made.id, true, -1), decide(made.id, false), decide(made.id, true)]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const sum = (await deltasOf(entryId)).reduce((total, delta) => total + delta, 0);
  const { appeal: decided } = await functions.call('points.getAppeal', { id: made.id }, cast.member.token);
  expect(sum).toBe((decided.decision?.points ?? -2) * 10);
});

it('books in the present month what a frozen one cannot take any more', async () => {
  const entryId = await anEntry();
  const { appeal: made } = await appeal(entryId);
  functions.clock.now = new Date('2021-08-06T02:00:00Z');
  await (
    await pointsPeriods()
  ).insertOne({ kind: 'month', _id: '2021-07', frozenAt: functions.clock.now, entries: 0, heads: '' });
  await decide(made.id, true);
  await (await pointsPeriods()).deleteOne({ _id: '2021-07' });
  const last = (await ofDeed(entryId)).at(-1);
  expect(last).toMatchObject({ month: '2021-08', late: true, deltaTenths: 20 });
});

describe('an answer', () => {
  const answer = (appealId: string, token: string) =>
    functions.call('points.answerAppeal', { appealId, accept: true, reason: '停工令在册' }, token);

  it('is the office’s, and its author decides only where nobody else could, which is on record', async () => {
    const { appeal: byAdmin } = await appeal(await anEntry());
    const { appeal: answered } = await answer(byAdmin.id, cast.admin.token);
    expect(answered).toMatchObject({ status: 'answered', answer: { accept: true, reason: '停工令在册' } });
    expect((await decide(byAdmin.id, true)).appeal.decision).not.toHaveProperty('alone');

    const { appeal: alone } = await appeal(await anEntry());
    expect((await answer(alone.id, cast.presidium.token)).appeal.allowed).toEqual(['decide']);
    expect((await decide(alone.id, true)).appeal.decision).toMatchObject({ alone: true });

    const { appeal: ofTwo } = await appeal(await anEntry());
    await accounts.ensureOnce(anotherOfPresidium);
    expect((await answer(ofTwo.id, cast.presidium.token)).appeal.allowed).toEqual([]);
    const refusal = functions.refusal(
      'points.decide',
      { appealId: ofTwo.id, accept: true, reason: '属实' },
      cast.presidium.token,
    );
    expect(await refusal).toBe('FORBIDDEN');
    expect(
      await functions.refusal(
        'points.answerAppeal',
        { appealId: ofTwo.id, accept: true, reason: '属实' },
        cast.admin.token,
      ),
    ).toBe('WRONG_STATE');
    for (const { token } of [cast.liaison, cast.member]) {
      expect(
        await functions.refusal('points.decide', { appealId: ofTwo.id, accept: true, reason: '属实' }, token),
      ).toBe('FORBIDDEN');
    }
  });
});

const anotherOfPresidium: accounts.AccountDoc = {
  ...{ _id: 'presidium-2', identity: 'demo:presidium:2', name: '副主席', granted: ['presidium'], createdAt: NOW },
};

describe('the lists', () => {
  it('show the office what is due first, everybody their own, and nobody another’s', async () => {
    const { token } = cast.presidium;
    const open = await functions.call('points.listAppeals', { status: 'open', limit: 1 }, token);
    const next = await functions.call(
      'points.listAppeals',
      { status: 'open', limit: 1, cursor: open.nextCursor ?? '' },
      token,
    );
    const [first, second] = [open.items[0], next.items[0]];
    expect(first && second && first.id !== second.id && first.answerBy <= second.answerBy).toBe(true);
    const own = await functions.call('points.listAppeals', { limit: 50 }, cast.member.token);
    expect(own.items.map(({ at }) => at)).toEqual(
      own.items
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect((await functions.call('points.listAppeals', { limit: 50 }, token)).items).toHaveLength(own.items.length);
    expect((await functions.call('points.listAppeals', {}, cast.otherMember.token)).items).toEqual([]);
    expect(await functions.refusal('points.getAppeal', { id: first?.id ?? '' }, cast.otherLiaison.token)).toBe(
      'FORBIDDEN',
    );
  });

  it('are behind a reminder to the presidium, once a day while something waits', async () => {
    const at = new Date('2021-07-20T02:00:00Z');
    const pending = ['open', 'answered'] as const;
    const waiting = await Promise.all(
      pending.map((status) => functions.call('points.listAppeals', { status, limit: 50 }, cast.presidium.token)),
    );
    const count = waiting.reduce((sum, { items }) => sum + items.length, 0);
    expect(count).toBeGreaterThan(0);
    const run = (now: Date) => appealReminders(now, functions.host);
    expect(await run(at)).toBe(count);
    expect(await run(at)).toBe(0);
    expect(await run(new Date('2021-07-21T02:00:00Z'))).toBe(count);
    expect(await told(cast.presidium.token)).toContain(`今天有 ${count} 件事要您处理`);
  });
});
