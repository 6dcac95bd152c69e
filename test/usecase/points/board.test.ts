import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { points } from '../../../cloudfunctions/points/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import * as pointsEntries from '../../../cloudfunctions/store/points-entries';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;

const by = (tenths: number) => ({ amount: { tenths, how: '试' } });

const pay = (set: Partial<pointsBook.NewEntry> & Pick<pointsBook.NewEntry, 'representativeId'>) =>
  inTransaction((tx) => {
    const id = newId();
    const entry: pointsBook.NewEntry = {
      id,
      rule: 'W4',
      groupId: set.representativeId.slice(0, 2),
      ...by(20),
      at: new Date('2021-07-01T02:00:00Z'),
      ref: { kind: 'wish', id, label: 'CJ-2021-0001' },
      reason: '办结心愿',
      by: 'test',
      ...set,
    };
    return pointsBook.payOnce(entry, tx);
  });

beforeAll(async () => {
  functions = await startFunctions([account, points]);
  await aTown(functions);
  cast = await aCast(functions);
  await pay({ representativeId: 'g1-member', ...by(60) });
  await pay({ representativeId: 'g1-member2', ...by(20) });
  await pay({ representativeId: 'g2-member', ...by(60) });
  await pay({ representativeId: 'g2-leader', ...by(32), at: new Date('2021-07-31T16:00:00Z') });
  await pay({ representativeId: 'g2-leader', ...by(8), at: new Date('2020-12-31T15:59:59Z') });
});
afterAll(() => functions.close());

const board = (period: string, by: 'representative' | 'group', token?: string, limit = 20) =>
  functions.call('points.board', { period, by, limit }, token);

it('ranks representatives, ties sharing a rank and the next one standing after all of them', async () => {
  const { items, mine } = await board('2021', 'representative');
  expect(items).toEqual([
    { rank: 1, id: 'g1-member', name: '周建平', points: 6, groupName: '江东代表小组' },
    { rank: 1, id: 'g2-member', name: '施永康', points: 6, groupName: '江西代表小组' },
    { rank: 3, id: 'g2-leader', name: '黄海峰', points: 3.2, groupName: '江西代表小组' },
    { rank: 4, id: 'g1-member2', name: '沈丽芳', points: 2, groupName: '江东代表小组' },
  ]);
  expect(mine).toBeUndefined();
});

it('keeps months and years of Shanghai apart', async () => {
  const names = async (period: string) => (await board(period, 'representative')).items.map(({ id }) => id);
  expect(await names('2021-07')).toEqual(['g1-member', 'g2-member', 'g1-member2']);
  expect(await names('2021-08')).toEqual(['g2-leader']);
  expect(await names('2020')).toEqual(['g2-leader']);
  expect(await names('2019')).toEqual([]);
  expect((await board('all', 'representative')).items.find(({ id }) => id === 'g2-leader')?.points).toBe(4);
});

it('ranks groups by what their members earned', async () => {
  expect((await board('2021', 'group', cast.member.token)).items).toEqual([
    { rank: 1, id: 'g2', name: '江西代表小组', points: 9.2 },
    { rank: 2, id: 'g1', name: '江东代表小组', points: 8 },
  ]);
});

it('tells a representative their own place, even below what is shown', async () => {
  expect(await board('2021', 'representative', cast.otherMember.token, 1)).toMatchObject({
    items: [{ id: 'g1-member' }],
    mine: { rank: 1, points: 6 },
  });
  expect(await board('2021', 'representative', cast.liaison.token)).not.toHaveProperty('mine');
  expect(await board('2021', 'representative', cast.resident.token)).not.toHaveProperty('mine');
});

it('refuses a period that is none', async () => {
  for (const period of ['2021-13', '21', 'today']) {
    expect(await functions.refusal('points.board', { period, by: 'group' })).toBe('INVALID_INPUT');
  }
});

describe('the entries', () => {
  const entries = (representativeId: string, token?: string, cursor?: string) =>
    functions.call('points.entries', { representativeId, limit: 1, ...(cursor ? { cursor } : {}) }, token);

  it('show rule, formula and evidence, newest first, page by page', async () => {
    const first = await entries('g2-leader', cast.otherLiaison.token);
    expect(first.items).toMatchObject([
      {
        rule: 'W4',
        ruleVersion: 1,
        ruleName: '办结心愿',
        formula: expect.stringContaining('难度分'),
        delta: 3.2,
        at: '2021-07-31T16:00:00.000Z',
        month: '2021-08',
        ref: { kind: 'wish', label: 'CJ-2021-0001' },
      },
    ]);
    const second = await entries('g2-leader', cast.otherLiaison.token, first.nextCursor ?? '');
    expect(second).toMatchObject({ items: [{ delta: 0.8, month: '2020-12' }], nextCursor: null });
  });

  it('are for oneself, the group’s liaison, presidium and admin', async () => {
    for (const { token } of [cast.member, cast.liaison, cast.presidium, cast.admin]) {
      expect((await entries('g1-member', token)).items).toHaveLength(1);
    }
    for (const { token } of [cast.otherMember, cast.otherLiaison, cast.resident, cast.department]) {
      expect(await functions.refusal('points.entries', { representativeId: 'g1-member' }, token)).toBe('FORBIDDEN');
    }
    expect(await functions.refusal('points.entries', { representativeId: 'g1-member' })).toBe('UNAUTHENTICATED');
    expect(await functions.refusal('points.entries', { representativeId: 'x' }, cast.admin.token)).toBe('NOT_FOUND');
  });
});

describe('paying', () => {
  const sum = async (representativeId: string) =>
    (await pointsEntries.findStanding('representative', 'all', representativeId))?.tenths;

  it('pays one deed once, sent again or at once', async () => {
    const deed = { representativeId: 'g1-liaison', ref: { kind: 'wish', id: 'w1', label: 'CJ-2021-0009' } } as const;
    await Promise.all(Array.from({ length: 8 }, () => pay(deed)));
    await pay(deed);
    expect(await sum('g1-liaison')).toBe(20);
    expect((await pointsEntries.listByRepresentative('g1-liaison', undefined, 10)).items).toHaveLength(1);
  });

  it('never pays more than a cap allows, however many come at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => pay({ representativeId: 'g1-leader', rule: 'S1', ...by(10) })));
    expect(await sum('g1-leader')).toBe(10);
    expect((await pointsEntries.listByRepresentative('g1-leader', undefined, 20)).items).toHaveLength(12);
  });

  it('takes a payment back by one counter-entry', async () => {
    const ref = { kind: 'post', id: 'p1', label: '晒单' } as const;
    await pay({ representativeId: 'g2-liaison', rule: 'S1', ...by(10), ref });
    const reverse = () =>
      inTransaction((tx) =>
        pointsBook.reverseOnce(
          { rule: 'S1', representativeId: 'g2-liaison', ref },
          { id: newId(), at: new Date('2021-07-02T02:00:00Z'), reason: '撤回晒单', by: 'test' },
          tx,
        ),
      );
    await Promise.all([reverse(), reverse(), reverse()]);
    expect(await sum('g2-liaison')).toBe(0);
    const { items } = await pointsEntries.listByRepresentative('g2-liaison', undefined, 10);
    expect(items.map(({ deltaTenths }) => deltaTenths)).toEqual([-10, 10]);
  });
});
