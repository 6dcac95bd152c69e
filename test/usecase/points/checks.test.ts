/** 核验 and 重算: whatever is booked agrees with itself, and whatever is edited behind the books' back is found. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { points } from '../../../cloudfunctions/points/use-cases';
import { inTransaction, open } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import { FIRST_HASH, hashOf } from '../../../cloudfunctions/store/points-chain';
import { entries, heads, standingId, standings } from '../../../cloudfunctions/store/points-entries';
import * as pointsFreeze from '../../../cloudfunctions/store/points-freeze';
import * as pointsPeriodsStore from '../../../cloudfunctions/store/points-periods';
import type { RuleCode } from '../../../domain/points-rules';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast } from '../../support/town';

const HER = 'g1-member';
const { pointsPeriods, pointsSnapshots } = pointsPeriodsStore;

let functions: Functions;
let cast: Cast;

const verify = (representativeId?: string, token = cast.presidium.token) =>
  functions.call('points.verify', representativeId === undefined ? {} : { representativeId }, token);
const rebuild = () => functions.call('points.rebuild', {}, cast.admin.token);

interface Deed {
  rule: RuleCode;
  who: string;
  thing: string;
  day: number;
}

const paidOf = ({ rule, who, thing }: Deed) => ({
  ...{ rule, representativeId: who },
  ref: { kind: 'post', id: thing, label: thing } as const,
});

const pay = (deed: Deed, set: Partial<pointsBook.NewEntry> = {}) =>
  inTransaction((tx) =>
    pointsBook.payOnce(
      {
        ...{ id: newId(), ...paidOf(deed), groupId: deed.who.slice(0, 2), reason: '试', by: 'test' },
        at: new Date(Date.UTC(2021, 4, deed.day, 2)),
        ...(deed.rule === 'W4' ? { amount: { difficulty: 'hard', rating: 'fair' } as const } : {}),
        ...(deed.day % 3 === 0 ? { campaignId: 'c1' } : {}),
        ...set,
      },
      tx,
    ),
  );

const counter = (deed: Deed, kind: 'reverseOnce' | 'restoreOnce') =>
  inTransaction((tx) =>
    pointsBook[kind](
      paidOf(deed),
      { id: newId(), at: new Date('2021-07-01T02:00:00Z'), reason: '冲正', by: 'test' },
      tx,
    ),
  );

beforeAll(async () => {
  functions = await startFunctions([account, points]);
  await aTown(functions);
  cast = await aCast(functions);
  for (let day = 1; day <= 6; day += 1)
    await pay({ rule: day % 2 ? 'W4' : 'S1', who: HER, thing: `t${day}`, day: day * 9 });
  await pay({ rule: 'D6', who: 'g2-member', thing: 'd', day: 3 });
  await pay({ rule: 'W2', who: 'g2-member2', thing: 'w', day: 3 });
});
afterAll(() => functions.close());

/** A collection, whatever it holds. */
interface Kept {
  deleteMany: () => Promise<unknown>;
  insertMany: (docs: object[]) => Promise<unknown>;
}

describe('what has been booked', () => {
  const deed = fc.record<Deed>({
    rule: fc.constantFrom('S1', 'W2', 'W4', 'D6'),
    who: fc.constantFrom('g1-leader', 'g1-member2', 'g2-leader'),
    thing: fc.constantFrom('a', 'b', 'c'),
    day: fc.constantFrom(1, 29, 33, 60, 90),
  });
  const move = fc.record({ deed, kind: fc.constantFrom('pay', 'pay', 'reverseOnce', 'restoreOnce') });

  it('adds up to the kept sums and forms unbroken chains, whatever comes at once and in whatever order', async () => {
    const rounds = fc.sample(fc.array(move, { minLength: 5, maxLength: 8 }), { numRuns: 14, seed: 5 });
    for (const together of rounds) {
      await Promise.all(together.map((one) => (one.kind === 'pay' ? pay(one.deed) : counter(one.deed, one.kind))));
    }
    const found = await rebuild();
    expect(found).toEqual({ ok: true, differences: [], found: 0, entries: await (await entries()).countDocuments() });
    expect(await verify()).toMatchObject({ ok: true, checked: found.entries, of: 6, chains: 6, nextCursor: null });
    expect(found.entries).toBeGreaterThan(30);
  });

  it('is proved to oneself with the end of one’s chain, and to 人大办 for anybody', async () => {
    const own = await verify(undefined, cast.member.token);
    const head = await (await heads()).findOne({ _id: HER });
    expect(own).toMatchObject({ ok: true, checked: 6, head: { seq: 6, hash: head?.hash } });
    expect(await verify(HER, cast.admin.token)).toEqual(own);
    expect(await verify('g2-liaison')).toMatchObject({ ok: true, checked: 0 });
    for (const { token } of [cast.otherMember, cast.liaison, cast.resident]) {
      expect(await functions.refusal('points.verify', { representativeId: HER }, token)).toBe('FORBIDDEN');
    }
    expect(await functions.refusal('points.verify', { representativeId: 'x' }, cast.admin.token)).toBe('NOT_FOUND');
    expect(await functions.refusal('points.rebuild', {}, cast.liaison.token)).toBe('FORBIDDEN');
  });

  it('can be read a few chains at a time', async () => {
    const whole = await verify();
    let chains = 0;
    let cursor: string | undefined;
    for (;;) {
      const page = await functions.call('points.verify', { limit: 4, ...(cursor ? { cursor } : {}) }, cast.admin.token);
      chains += page.chains;
      if (page.nextCursor === null) {
        expect([chains, page.heads]).toEqual([6, whole.heads]);
        return;
      }
      cursor = page.nextCursor;
    }
  });

  it('goes into the first month that is open where the clock has been run ahead', async () => {
    const frozen = ['2021-04', '2021-05', '2021-06', '2021-07'].map((_id) => ({
      ...{ _id, kind: 'month' as const, frozenAt: functions.clock.now, complete: true as const, entries: 0, heads: '' },
    }));
    await (await pointsPeriods()).insertMany(frozen);
    const at = new Date('2021-07-01T02:00:00Z');
    await pay({ rule: 'W2', who: 'g2-member2', thing: 'ahead', day: 1 }, { at });
    await (await pointsPeriods()).deleteMany({});
    expect(await (await entries()).findOne({ 'ref.id': 'ahead' })).toMatchObject({ month: '2021-08', late: true });
  });
});

describe('what has been edited', () => {
  const set = async (seq: number, change: object) => {
    await (await entries()).updateOne({ representativeId: HER, seq }, { $set: change });
  };
  const remove = async (seq: number) => {
    await (await entries()).deleteOne({ representativeId: HER, seq });
  };
  const swap = async () => {
    await set(2, { seq: 99 });
    await set(3, { seq: 2 });
    await set(99, { seq: 3 });
  };

  /** As somebody would who knows how the chain is made. */
  const computeAnew = async () => {
    const all = await (await entries()).find({ representativeId: HER }).sort({ seq: 1 }).toArray();
    let end = { seq: 0, hash: FIRST_HASH };
    for (const { _id, ...entry } of all) {
      const chained = { ...entry, seq: end.seq + 1, prevHash: end.hash };
      end = { seq: chained.seq, hash: hashOf(end.hash, chained) };
      await (await entries()).replaceOne({ _id }, { ...chained, hash: end.hash });
    }
    await (await heads()).updateOne({ _id: HER }, { $set: end });
  };

  const all = [entries, heads, standings, pointsSnapshots, pointsPeriods] as const;
  let copies: object[][];

  beforeAll(async () => {
    const head = await (await heads()).findOne({ _id: HER });
    const tenths = (await (await standings()).findOne({ _id: standingId('representative', '2021-05', HER) }))?.tenths;
    await (
      await pointsSnapshots()
    ).insertOne({
      ...{ _id: standingId('representative', '2021-05', HER), period: '2021-05', by: 'representative', ownerId: HER },
      ...{ name: '周建平', rank: 1, tenths: tenths ?? 0, head: { seq: head?.seq ?? 0, hash: head?.hash ?? '' } },
    });
    copies = [];
    for (const one of all) copies.push(await (await one()).find().toArray());
    expect(await verify()).toMatchObject({ ok: true });
  });
  afterEach(async () => {
    for (const [index, one] of all.entries()) {
      const kept = (await one()) as unknown as Kept;
      await kept.deleteMany();
      const docs = copies[index] ?? [];
      if (docs.length > 0) await kept.insertMany(docs);
    }
  });

  const changed = '内容与校验码不符，记分后被改动过';
  const tampering: [string, () => Promise<unknown>, number, string][] = [
    ['points', () => set(3, { deltaTenths: 500 }), 3, changed],
    ['a reason', () => set(2, { reason: '别的' }), 2, changed],
    ['a formula', () => set(2, { how: '1 条 × 9 分' }), 2, changed],
    ['a day', () => set(4, { at: new Date('2021-06-01T02:00:00Z') }), 4, changed],
    ['a campaign taken away', () => set(3, { campaignId: null }), 3, changed],
    ['a part', () => set(1, { part: 'honour' }), 1, '归类与事项不符，记分后被改动过'],
    ['points with a hash that fits', () => computeAnewAt(3), 4, '与上一条的校验码接不上，顺序或内容被改动过'],
    ['the last one removed', () => remove(6), 6, '应有 6 条，现在只有 5 条，最后的明细被删除过'],
    ['the first one removed', () => remove(1), 1, '缺少第 1 条，明细被删除过'],
    ['one in between removed', () => remove(3), 3, '缺少第 3 条，明细被删除过'],
    ['the order', swap, 2, '与上一条的校验码接不上，顺序或内容被改动过'],
    [
      'an end',
      async () => (await heads()).updateOne({ _id: HER }, { $set: { hash: FIRST_HASH } }),
      6,
      '链首校验码与最后一条不符',
    ],
    [
      'an end removed',
      async () => (await heads()).deleteOne({ _id: HER }),
      1,
      '链首停在第 0 条，之后的明细不是正常记分',
    ],
    [
      'a kept sum',
      async () =>
        (await standings()).updateOne({ _id: standingId('representative', '2021', HER) }, { $inc: { tenths: 70 } }),
      6,
      '2021 的总分存为 24.4，按明细合计为 17.4',
    ],
    [
      'a frozen sum',
      async () => (await pointsSnapshots()).updateMany({ ownerId: HER }, { $set: { tenths: 5 } }),
      6,
      '2021-05 封账时为 0.5 分，按明细合计为 10.6 分',
    ],
    [
      'all of it computed anew, after its end was frozen',
      async () => {
        await set(3, { deltaTenths: 500 });
        await computeAnew();
      },
      6,
      '与封账时留存的校验码不符',
    ],
    [
      'the last one removed and the end put back, after its end was frozen',
      async () => {
        await remove(6);
        await computeAnew();
      },
      6,
      '封账时的明细比现在多，有明细被删除过',
    ],
    [
      'a whole chain removed',
      async () => {
        await (await entries()).deleteMany({ representativeId: HER });
        await (await heads()).deleteOne({ _id: HER });
        await (await standings()).deleteMany({ ownerId: HER });
      },
      1,
      '封账时的明细比现在多，有明细被删除过',
    ],
  ];

  async function computeAnewAt(seq: number): Promise<void> {
    const entry = await (await entries()).findOne({ representativeId: HER, seq });
    if (!entry) throw new Error('no entry');
    const fits = { ...entry, deltaTenths: 500 };
    await set(seq, { deltaTenths: 500, hash: hashOf(entry.prevHash, fits) });
  }

  it.each(tampering)('is found: %s', async (_what, tamper, seq, what) => {
    await tamper();
    for (const found of [await verify(HER), await verify()]) {
      expect(found).toMatchObject({ ok: false, firstBroken: { representativeId: HER, name: '周建平', seq, what } });
    }
  });

  it('is found by the command too, which says it in the end by its code', async () => {
    const { client, db } = await open();
    const uri = process.env.MONGODB_URI ?? `mongodb://${client.options.hosts.join(',')}/?directConnection=true`;
    const env = { ...process.env, MONGODB_DATABASE: db.databaseName };
    const args = ['--import', 'tsx', 'local/points.ts', 'verify', '--uri', uri];
    const run = () => promisify(execFile)(process.execPath, args, { env });
    expect((await run()).stdout).toMatch(/^核验通过：6 位代表的 \d+ 条明细没有被改动。\n全镇校验码：[0-9a-f]{64}\n$/);
    await set(3, { reason: '别的' });
    await expect(run()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining(`第 3 条：${changed}`) });
  });

  it('is put right where it is a kept sum: every one, and nothing that is booked meanwhile gets lost', async () => {
    const kept = await standings();
    await kept.updateOne({ _id: standingId('representative', '2021-05', HER) }, { $set: { tenths: 1, deeds: 9 } });
    await kept.updateOne({ _id: standingId('group', '2021', 'g2') }, { $inc: { 'parts.duty': 5 } });
    await kept.deleteOne({ _id: standingId('representative', 'campaign:c1', HER) });
    const nobody = { by: 'representative', period: 'all', ownerId: 'nobody' } as const;
    await kept.insertOne({ _id: standingId('representative', 'all', 'nobody'), ...nobody, tenths: 3 });
    const deeds = Array.from({ length: 6 }, (_, index): Deed => ({
      ...{ rule: 'W4', who: index % 2 ? HER : 'g2-member', thing: `meanwhile${index}`, day: 35 + index * 4 },
    }));
    const [found] = await Promise.all([rebuild(), ...deeds.map((deed) => pay(deed))]);
    expect(found.ok).toBe(false);
    const by = 'representative';
    expect(found.differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ by, id: HER, name: '周建平', period: '2021-05', what: '履职次数' }),
        expect.objectContaining({ by, id: HER, period: 'campaign:c1', what: '总分' }),
        expect.objectContaining({ by, id: 'nobody', name: '', period: 'all', kept: 0.3, counted: 0 }),
        expect.objectContaining({ by: 'group', id: 'g2', name: '江西代表小组', what: '“闭会”得分' }),
      ]),
    );
    expect(found.found).toBe(found.differences.length);
    expect(await rebuild()).toMatchObject({ ok: true, differences: [], found: 0 });
    expect(await verify()).toMatchObject({ ok: true });
  });
});

it('takes a late entry into a month, or sees that the month has closed, but never comes in behind the snapshot', async () => {
  const clerks = Array.from({ length: 6 }, (_, index) => index);
  const late = (index: number) =>
    pay(
      { rule: 'W4', who: 'g2-liaison', thing: `late${index}`, day: 1 },
      { at: new Date('2021-03-05T02:00:00Z'), bookedAt: new Date('2021-04-04T02:00:00Z') },
    );
  const freeze = async () => {
    await pointsPeriodsStore.close(['2021-03'], functions.clock.now);
    await pointsFreeze.snapshot('2021-03');
  };
  await Promise.all([...clerks.slice(0, 3).map(late), freeze(), ...clerks.slice(3).map(late)]);
  expect(await verify('g2-liaison')).toMatchObject({ ok: true, checked: 6 });
  const [sum, frozen] = [
    await (await standings()).findOne({ _id: standingId('representative', '2021-03', 'g2-liaison') }),
    await (await pointsSnapshots()).findOne({ ownerId: 'g2-liaison', period: '2021-03' }),
  ];
  expect(frozen?.tenths).toBe(sum?.tenths ?? 0);
  await (
    await pointsPeriods()
  ).insertOne({ _id: '2020', kind: 'year', frozenAt: functions.clock.now, entries: 0, heads: '' });
  await pay(
    { rule: 'W2', who: 'g2-liaison', thing: 'lastYear', day: 1 },
    { at: new Date('2020-02-01T02:00:00Z'), bookedAt: new Date('2021-04-04T02:00:00Z') },
  );
  expect(await (await entries()).findOne({ 'ref.id': 'lastYear' })).toMatchObject({ month: '2021-04', late: true });
});
