import { inTransaction } from '../../../cloudfunctions/store/database';
import { payManyOnce, payOnce, type NewEntry } from '../../../cloudfunctions/store/points-book';
import * as pointsEntries from '../../../cloudfunctions/store/points-entries';
import { startFunctions, type Functions } from '../../support/functions';

let functions: Functions;

beforeEach(async () => {
  functions = await startFunctions([]);
});

afterEach(() => functions.close());

/** Deeds of two people over three months, enough to reach the day's and the year's caps. */
const deeds = (suffix: string): NewEntry[] =>
  [...Array(60)].map((_, index) => ({
    id: `${suffix}-${index}`,
    rule: index % 3 === 0 ? 'W4' : 'W2',
    representativeId: index % 2 === 0 ? 'a' : 'b',
    groupId: 'g',
    amount: { tenths: index % 3 === 0 ? 40 : 10, how: '试' },
    at: new Date(Date.UTC(2021, index % 3, 1 + Math.floor(index / 12), 2)),
    ref: { kind: 'wish', id: `w${index}`, label: `W-${String(index).padStart(3, '0')}` },
    reason: '台账导入',
    by: 'clerk',
  }));

const board = async () => ({
  people: await pointsEntries.topStandings('representative', '2021', 10),
  groups: await pointsEntries.topStandings('group', 'all', 10),
  months: await pointsEntries.topStandings('representative', '2021-02', 10),
});

describe('paying a whole ledger at once', () => {
  it('pays what paying deed by deed in their order of time pays', async () => {
    await inTransaction((tx) => payManyOnce(deeds('bulk').reverse(), tx));
    const bulk = await board();
    await functions.close();

    functions = await startFunctions([]);
    const inOrder = deeds('single').sort(
      (x, y) => x.at.getTime() - y.at.getTime() || (x.ref.label < y.ref.label ? -1 : 1),
    );
    await inTransaction(async (tx) => {
      for (const deed of inOrder) await payOnce(deed, tx);
    });
    expect(bulk).toEqual(await board());
    expect(bulk.people.map(({ tenths }) => tenths)).toEqual([450, 450]);
  });

  it('pays nothing twice, neither with itself nor with what was paid live', async () => {
    const [first, ...others] = deeds('live');
    if (!first) throw new Error('no deeds');
    await inTransaction((tx) => payOnce(first, tx));
    await inTransaction((tx) => payManyOnce([...deeds('again'), ...deeds('twice')], tx));
    const once = await board();
    await inTransaction((tx) => payManyOnce(others, tx));
    expect(await board()).toEqual(once);
  });
});
