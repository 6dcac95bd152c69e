import { account } from '../../../cloudfunctions/account/use-cases';
import { honour } from '../../../cloudfunctions/honour/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { order } from '../../../cloudfunctions/order/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import * as models from '../../../cloudfunctions/store/models';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input } from '../../../contract/contract';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';

const NOW = new Date('2026-11-30T02:00:00Z');

let functions: Functions;
let cast: Cast;

beforeAll(async () => {
  functions = await startFunctions([account, honour, notice, order, points, wish], { now: NOW });
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const entriesOf = async (rule: string) => {
  const asked = { representativeId: 'g1-member', limit: 50 };
  const { items } = await functions.call('points.entries', asked, cast.presidium.token);
  return items.filter((entry) => entry.rule === rule).sort((a, b) => a.seq - b.seq);
};

async function fileAnOrder(wishId: string, closeClass: Input<'order.answer'>['closeClass']): Promise<void> {
  const { call } = functions;
  const [department, presidium] = [cast.department.token, cast.presidium.token];
  const issue = { wishId, departmentId: 'd1', dueDays: 7, reason: '路灯由建设部门负责维修' };
  const { id } = (await call('order.issue', issue, presidium)).order;
  await call('order.accept', { id }, department);
  const text = '已列入明年第一季度改造计划，三月底前完成路灯更换。';
  await call('order.answer', { id, text, closeClass }, department);
  await call('order.rate', { id, rating: 'satisfied' }, presidium);
  await call('order.file', { id }, presidium);
}

it('W6: pays who followed a wish through the departments, once a wish, for a good answer only', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast);
  await fileAnOrder(wishId, 'C');
  expect(await entriesOf('W6')).toEqual([]);
  await fileAnOrder(wishId, 'B');
  await fileAnOrder(wishId, 'A');
  expect(await entriesOf('W6')).toMatchObject([{ delta: 3, ref: { kind: 'wish', id: wishId } }]);
});

const ID = '2026-11:g1';

async function aSignedArticle(): Promise<void> {
  await (
    await models.models()
  ).replaceOne(
    { _id: ID },
    {
      ...{ month: '2026-11', year: '2026', groupId: 'g1', status: 'signed', title: '心里装着乡亲' },
      ...{ representativeId: 'g1-member', representative: '周建平', text: '他走村入户，听取群众的意见。'.repeat(20) },
      ...{ photos: [], timeline: [], rev: 1 },
    },
    { upsert: true },
  );
}

it('G1: pays with the article, takes back with it, and pays anew; nothing for a publication that came too late', async () => {
  await aSignedArticle();
  const publish = () => functions.send('honour.publish', { id: ID }, cast.presidium.token);
  const retract = () => functions.call('honour.retract', { id: ID, reason: '数字需要核对' }, cast.presidium.token);
  const answers = await Promise.all([publish(), publish(), publish()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await retract();
  await publish();
  expect((await entriesOf('G1')).map(({ kind, delta }) => [kind, delta])).toEqual([
    ['paid', 5],
    ['reversal', -5],
    ['paid', 5],
  ]);
  await retract();

  const before = await entriesOf('G1');
  const sendBack = { id: ID, reason: '请补充具体事例' };
  const [sent, published] = await Promise.all([
    functions.send('honour.sendBack', sendBack, cast.presidium.token),
    publish(),
  ]);
  expect([sent.ok, published.ok].filter(Boolean)).toHaveLength(1);
  expect((await entriesOf('G1')).length - before.length).toBe(published.ok ? 1 : 0);
});
