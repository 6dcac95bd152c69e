/** A whole year's award, from the plan to the certificate, through the contract alone. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import excel from 'exceljs';
import { recomputeAward } from '../../../config/recompute-award';
import * as awards from '../../../cloudfunctions/store/awards';
import type { ActionName, Input } from '../../../contract/contract';
import { readPdf } from '../../support/read-pdf';
import type { Person } from '../../support/town';
import { anAwardTown, aPlan, at, book, freezeYear, REASON, type AwardTown } from './cast';

const SUMMARY = '牵头修好村口路灯，为十二户独居老人装上扶手。';
const EDITED = '全年走访一百二十余户，带病坚持接待选民。';

let town: AwardTown;
let id: string;

const send = <Name extends ActionName>(name: Name, data: Input<Name>, who: Person) =>
  town.functions.send(name, data, town.token(who));
const call = <Name extends ActionName>(name: Name, data: Input<Name>, who: Person) =>
  town.functions.call(name, data, town.token(who));
const refusal = <Name extends ActionName>(name: Name, data: Input<Name>, who: Person) =>
  town.functions.refusal(name, data, town.token(who));
const now = (day: string) => {
  town.functions.clock.now = at(day);
};
const lastMoment = (nextDay: string): string => new Date(at(`${nextDay}T00:00:00`).getTime() - 1).toISOString();
const told = async (who: Person) => JSON.stringify((await call('notice.list', {}, who)).items);

beforeAll(async () => {
  town = await anAwardTown();
});
afterAll(() => town.functions.close());

describe('the plan', () => {
  it('is published by the presidium, once, for everybody to read', async () => {
    const { cast } = town;
    expect(await refusal('award.publish', aPlan(), cast.leader)).toBe('FORBIDDEN');
    expect(await send('award.publish', aPlan({ quotaValue: 10 }), cast.presidium)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { quotaValue: '在册 8 人，按这个比例不足一名' } },
    });
    ({ id } = await call('award.publish', aPlan(), cast.presidium));
    expect(await refusal('award.publish', aPlan(), cast.presidium)).toBe('DUPLICATE');
    const seen = await town.seen(null, id);
    expect(seen).toMatchObject({ status: 'plan', plan: { seats: 2, headcount: 8 }, candidates: [], allowed: [] });
    expect(seen.lines.join('')).toMatch(/在册 8 人的 30%，不足一名的舍去，共 2 名.+黄海峰（乡镇领导干部）.+不参评/);
    expect(await told(cast.liaison)).toContain('评选方案已公布，共 2 个名额');
  });

  it('is revised with a reason, and waits for the frozen year', async () => {
    const { cast } = town;
    const { name: _name, year: _year, ...plan } = aPlan({ byPoints: 1 });
    const revise = { id, rev: 1, ...plan, reason: '每组积分候选人改为一名' };
    await call('award.revise', revise, cast.presidium);
    expect(await refusal('award.revise', revise, cast.presidium)).toBe('WRONG_STATE');
    expect(await send('award.draw', { id }, cast.presidium)).toMatchObject({
      error: { code: 'WRONG_STATE', message: expect.stringContaining('最早2027年1月4日 0 时冻结') },
    });
    const nominate = { id, representativeId: 'g1-leader', reason: REASON };
    expect(await refusal('award.nominate', nominate, cast.liaison)).toBe('WRONG_STATE');
  });
});

describe('candidates', () => {
  it('are drawn from the frozen points by days present, once for two at once', async () => {
    const { cast, seen } = town;
    await freezeYear();
    now('2027-01-05T09:00:00');
    const both = await Promise.all([1, 2].map(() => send('award.draw', { id }, cast.presidium)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'WRONG_STATE' } });
    const { candidates, frozenAt } = await seen(cast.presidium, id);
    expect(frozenAt).toBe(at('2027-01-04T00:00:00').toISOString());
    // 50 points in 182 of 365 days are worth 100.27; of two who tie, the earlier on the roster.
    expect(candidates.map(({ name, adjusted, rank, present }) => [name, adjusted, rank, present])).toEqual([
      ['沈丽芳', 100.27, 1, 182],
      ['顾秀英', 82, 1, 365],
    ]);
    const own = await seen(cast.member, id);
    expect(own).toMatchObject({ candidates: [], mine: { points: 95, adjusted: 95, rank: 2 } });
    expect((await seen(cast.otherLeader, id)).mine).toMatchObject({ rank: null, leftOut: '乡镇领导干部' });
  });

  it('are nominated by their group, with a second person, never by themselves', async () => {
    const { cast, seen } = town;
    const nominate = (representativeId: string, reason = REASON) => ({ id, representativeId, reason });
    expect(await refusal('award.nominate', nominate('g1-liaison'), cast.liaison)).toBe('FORBIDDEN');
    expect(await refusal('award.nominate', nominate('g2-member'), cast.liaison)).toBe('FORBIDDEN');
    expect(await refusal('award.nominate', nominate('g2-leader'), cast.otherLiaison)).toBe('INVALID_INPUT');
    expect(await refusal('award.nominate', nominate('g1-member', '表现很好'), cast.liaison)).toBe('INVALID_INPUT');
    const known = { ...nominate('g1-member'), summary: '牵头修好村口路灯，电话13811112222' };
    expect(await refusal('award.nominate', known, cast.liaison)).toBe('CONTENT_REJECTED');
    await call('award.nominate', { ...nominate('g1-member'), summary: SUMMARY }, cast.liaison);
    expect((await seen(cast.leader, id)).nominations).toMatchObject([{ name: '周建平', summary: SUMMARY }]);
    expect((await seen(cast.presidium, id)).candidates).toHaveLength(2);
    const sign = { id, representativeId: 'g1-member' };
    expect(await refusal('award.sign', sign, cast.liaison)).toBe('FORBIDDEN');
    expect(await refusal('award.sign', sign, cast.otherLeader)).toBe('FORBIDDEN');
    expect(await told(cast.leader)).toContain('本组推荐周建平，请您签字');
    await call('award.sign', sign, cast.leader);
    expect(await refusal('award.sign', sign, cast.leader)).toBe('DUPLICATE');
    // The quota of the group is used up; a leader's own nomination is signed with it.
    expect(await refusal('award.nominate', nominate('g1-leader'), cast.liaison)).toBe('DUPLICATE');
    await call('award.nominate', nominate('g2-member'), cast.otherLeader);
    const { candidates } = await seen(cast.presidium, id);
    expect(candidates.map(({ name, by, vetoes }) => [name, by, vetoes.map(({ kind }) => kind)])).toEqual([
      ['沈丽芳', ['points'], []],
      ['周建平', ['nomination'], ['fraud']],
      ['顾秀英', ['points'], []],
      ['施永康', ['nomination'], []],
    ]);
    expect((await seen(cast.leader, id)).candidates.map(({ groupId }) => groupId)).toEqual(['g1', 'g1']);
  });

  it('are checked by two of the office, of whom none is a candidate', async () => {
    const { cast, seen } = town;
    const check = (representativeId: string) => ({ id, representativeId, clear: true, reason: '镇纪委回函没有问题' });
    expect(await refusal('award.check', check('g1-member2'), cast.insider)).toBe('FORBIDDEN');
    for (const one of ['g1-member2', 'g2-liaison', 'g2-member']) {
      await call('award.check', check(one), cast.presidium);
      expect(await refusal('award.confirmCheck', { id, representativeId: one }, cast.presidium)).toBe('FORBIDDEN');
      if (one !== 'g2-member') await call('award.confirmCheck', { id, representativeId: one }, cast.admin);
    }
    const [first] = (await seen(cast.presidium, id)).candidates;
    expect(first?.check).toMatchObject({ clear: true, confirmed: { who: '系统管理员 系统管理员' } });
    expect((await seen(cast.leader, id)).candidates[0]?.check).toBeUndefined();
  });
});

describe('事迹简介', () => {
  it('is the nominator’s, and the presidium’s until 公示, never a candidate’s own', async () => {
    const { cast, seen } = town;
    const describe = (representativeId: string, summary?: string) => ({ id, representativeId, summary });
    const of = async (who: Person) =>
      Object.fromEntries((await seen(who, id)).candidates.map(({ name, summary }) => [name, summary]));
    expect(await of(cast.leader)).toEqual({ 沈丽芳: undefined, 周建平: SUMMARY });
    expect(await refusal('award.describe', describe('g1-member2', SUMMARY), cast.liaison)).toBe('FORBIDDEN');
    expect(await refusal('award.describe', describe('g1-member2', SUMMARY), cast.insider)).toBe('FORBIDDEN');
    expect(await refusal('award.describe', describe('g1-leader', SUMMARY), cast.presidium)).toBe('NOT_FOUND');
    const long = describe('g1-member2', '好'.repeat(301));
    expect(await refusal('award.describe', long, cast.presidium)).toBe('INVALID_INPUT');
    await call('award.describe', describe('g1-member2', EDITED), cast.presidium);
    await call('award.describe', describe('g2-liaison', SUMMARY), cast.presidium);
    await call('award.describe', describe('g2-liaison'), cast.presidium);
    expect(await of(cast.presidium)).toEqual({ 沈丽芳: EDITED, 周建平: SUMMARY, 顾秀英: undefined, 施永康: undefined });
  });
});

describe('the review', () => {
  it('begins after the last day of nominations', async () => {
    const { cast } = town;
    now('2027-01-15T23:59:59');
    expect(await refusal('award.review', { id }, cast.presidium)).toBe('WRONG_STATE');
    now('2027-01-16T00:00:00');
    expect(await refusal('award.withdraw', { id, representativeId: 'g1-member' }, cast.liaison)).toBe('WRONG_STATE');
    expect(await refusal('award.review', { id }, cast.insider)).toBe('FORBIDDEN');
    await call('award.review', { id }, cast.presidium);
    const { items } = await call('award.compare', { id }, cast.presidium);
    expect(items[0]).toMatchObject({ representativeId: 'g1-member2', parts: { honour: 2, deduction: 0 } });
    expect(await refusal('award.compare', { id }, cast.insider)).toBe('FORBIDDEN');
  });

  it('never passes the quota, and never chooses whom a check has stopped', async () => {
    const { cast, seen } = town;
    const vote = (...chosen: string[]) => ({ id, chosen });
    expect(await refusal('award.vote', vote('g1-member'), cast.presidium)).toBe('INVALID_INPUT');
    const three = vote('g1-member2', 'g2-liaison', 'g2-member');
    expect(await refusal('award.vote', three, cast.presidium)).toBe('INVALID_INPUT');
    await call('award.vote', vote('g2-member'), cast.presidium);
    await call('award.vote', vote('g1-member2', 'g2-liaison'), cast.presidium);
    expect((await seen(cast.presidium, id)).votes).toMatchObject([{ chosen: ['沈丽芳', '顾秀英'] }]);
    const announce = (...ids: string[]) => ({ id, chosen: ids.map((representativeId) => ({ representativeId })) });
    expect(await send('award.announce', announce('g1-member2', 'g2-member'), cast.presidium)).toMatchObject({
      error: { code: 'INVALID_INPUT', message: '施永康的纪律核查还没有登记并经第二人确认' },
    });
    await call('award.confirmCheck', { id, representativeId: 'g2-member' }, cast.admin);
    // Friday: the five working days end on the next Friday night.
    now('2027-01-22T10:00:00');
    await call('award.announce', announce('g1-member2', 'g2-liaison'), cast.presidium);
    const open = await seen(null, id);
    expect(open).toMatchObject({ status: 'notice', noticeUntil: lastMoment('2027-01-30') });
    expect(open.announced.map(({ name, isRemoved }) => [name, isRemoved])).toEqual([
      ['沈丽芳', false],
      ['顾秀英', false],
    ]);
    expect(open.announced.map(({ summary }) => summary)).toEqual([EDITED, expect.stringContaining('全年办结心愿')]);
    expect(JSON.stringify(open)).not.toMatch(/弄虚作假：|纪委/);
    expect(await refusal('award.describe', { id, representativeId: 'g1-member2' }, cast.presidium)).toBe('WRONG_STATE');
  });
});

describe('公示', () => {
  const objection = '她住院期间的走访记录应当再核实一下';

  it('takes one objection of each person for each candidate, whose name only the office reads', async () => {
    const { cast, seen } = town;
    const data = { id, representativeId: 'g2-liaison', text: objection };
    await call('award.object', data, cast.resident);
    expect(await refusal('award.object', data, cast.resident)).toBe('DUPLICATE');
    now('2027-01-22T10:05:00');
    await call('award.object', { id, text: '建议今后多表彰普通代表' }, cast.resident);
    const ofNobody = { ...data, representativeId: 'g2-member' };
    expect(await refusal('award.object', ofNobody, cast.member)).toBe('INVALID_INPUT');
    const [mine] = (await seen(cast.resident, id)).objections;
    expect(mine).toMatchObject({ text: objection, isMine: true, name: '顾秀英' });
    expect(mine?.who).toBeUndefined();
    expect((await seen(cast.member, id)).objections).toEqual([]);
    // Neither does a refusal say who moved last.
    const sign = { id, representativeId: 'g1-member' };
    expect(await send('award.sign', sign, cast.leader)).toMatchObject({
      error: { code: 'WRONG_STATE', message: expect.stringContaining('有人：收到异议'), details: { who: '有人' } },
    });
    // The candidate, though of the presidium, does not read who said what.
    expect((await seen(cast.insider, id)).objections).toEqual([]);
    const read = await seen(cast.presidium, id);
    expect(read.openObjections).toBe(2);
    expect(read.objections[0]).toMatchObject({ who: expect.any(String), allowed: ['answer'] });
  });

  it('takes off whom an upheld objection concerns; the next moves up with five days of their own', async () => {
    const { cast, seen } = town;
    const [first, second] = (await seen(cast.presidium, id)).objections;
    now('2027-01-26T10:00:00');
    const upheld = { id, objectionId: first?.id ?? '', upheld: true, moveUp: true, reason: '经核实有两次走访没有记录' };
    const both = await Promise.all([1, 2].map(() => send('award.answer', upheld, cast.presidium)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { announced, noticeUntil } = await seen(null, id);
    expect(announced.map(({ name, isRemoved, removedBecause }) => [name, isRemoved, removedBecause])).toEqual([
      ['沈丽芳', false, undefined],
      ['顾秀英', true, undefined],
      ['施永康', false, undefined],
    ]);
    expect(noticeUntil).toBe(lastMoment('2027-02-03'));
    expect(await told(cast.resident)).toContain('异议已答复：成立');
    now('2027-02-03T00:00:00');
    const decide = { id, minuteNumber: '长人发〔2027〕3号', day: '2027-02-02' };
    expect(await send('award.decide', decide, cast.presidium)).toMatchObject({
      error: { code: 'WRONG_STATE', message: expect.stringContaining('还有 1 条异议') },
    });
    const run = () => call('clock.run', { now: at('2027-02-03T00:00:00').toISOString() }, cast.admin);
    await run();
    expect(await told(cast.presidium)).toContain('公示期满，还有 1 条异议待答复');
    const { rev } = await awards.get(id);
    expect([(await run()).changed, (await awards.get(id)).rev]).toEqual([0, rev]);
    const answer = { id, objectionId: second?.id ?? '', upheld: false, reason: '建议收悉' };
    await call('award.answer', answer, cast.presidium);
    expect(await refusal('award.object', { id, text: '公示期后再提的一条异议' }, cast.member)).toBe('WRONG_STATE');
  });

  it('is decided when it is over and not before, once for two at once, without whom a check has stopped', async () => {
    const { cast, seen } = town;
    const decide = { id, minuteNumber: '长人发〔2027〕3号', day: '2027-02-02' };
    now('2027-02-02T23:59:59');
    expect(await refusal('award.decide', decide, cast.presidium)).toBe('WRONG_STATE');
    now('2027-02-03T00:00:00');
    expect(await refusal('award.decide', decide, cast.admin)).toBe('FORBIDDEN');
    expect(await refusal('award.decide', { ...decide, day: '2027-02-04' }, cast.presidium)).toBe('INVALID_INPUT');
    await book('g2-member', 'D7');
    expect(await send('award.decide', decide, cast.presidium)).toMatchObject({
      error: { code: 'WRONG_STATE', message: expect.stringContaining('施永康没有通过核查') },
    });
    const off = { id, representativeId: 'g2-member', reason: '公示期间查实重复用图' };
    await call('award.dismiss', off, cast.presidium);
    const both = await Promise.all([1, 2].map(() => send('award.decide', decide, cast.presidium)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const open = await seen(null, id);
    expect(open).toMatchObject({ status: 'decided', winners: [{ name: '沈丽芳', groupName: '江东代表小组' }] });
    expect(open.timeline.map(({ what }) => what)).toEqual([
      ...['公布评选方案', '修改评选方案', '按冻结积分产生候选人', '提交主席团审议', '公示拟表彰人选'],
      ...['撤下公示人选', '作出表彰决定'],
    ]);
    expect((await seen(cast.presidium, id)).decisionText).toContain('长人发〔2027〕3号');
    expect(await told(cast.member2)).toContain('祝贺您被评为2026年度最美代表');
    expect(await awards.decidedFor('g1-member2')).toHaveLength(1);
    expect(await refusal('award.reconsider', { id, reason: '想再议一次' }, cast.presidium)).toBe('WRONG_STATE');
  });
});

async function bytesOf(url: string): Promise<Buffer> {
  return (await town.functions.host.files.get(keyOf(url))).bytes;
}

const keyOf = (url: string): string =>
  decodeURIComponent(new URL(url, 'http://town').pathname).replace(/^\/files\//, '');

it('gives the winner a certificate, and nobody else', async () => {
  const { cast } = town;
  const asked = { id, representativeId: 'g1-member2' };
  const ofAnother = { ...asked, representativeId: 'g2-liaison' };
  expect(await refusal('award.certificate', asked, cast.member)).toBe('FORBIDDEN');
  expect(await refusal('award.certificate', ofAnother, cast.presidium)).toBe('WRONG_STATE');
  const { url, name } = await call('award.certificate', asked, cast.member2);
  expect(name).toBe('2026年度最美代表荣誉证书-沈丽芳.pdf');
  const [page = '', ...others] = await readPdf(await bytesOf(url));
  expect(others).toEqual([]);
  for (const text of ['荣誉证书', '沈丽芳', '长江镇人大主席团', '2026年度最美代表', '〔2027〕3号', '2027年2月2日']) {
    expect(page.replace(/\s/g, '')).toContain(text);
  }
});

/** The command as a person types it. */
function recompute(file: string): { status: number | null; said: string } {
  const script = resolve(__dirname, '../../../config/award.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, 'recompute', file]);
  return { status, said: stdout.toString() };
}

it('exports what anybody can compute the list from again, and sees a changed figure', async () => {
  const { cast, functions } = town;
  expect(await refusal('award.export', { id }, cast.insider)).toBe('FORBIDDEN');
  const { url } = await call('award.export', { id }, cast.presidium);
  const file = join(functions.directory, 'award.xlsx');
  await writeFile(file, await bytesOf(url));
  const { differences, candidates } = await recomputeAward(file);
  expect(differences).toEqual([]);
  expect(candidates.map(({ name }) => name)).toEqual(['沈丽芳', '周建平', '顾秀英', '施永康']);
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(file);
  expect(JSON.stringify(workbook.getWorksheet('事迹简介')?.getSheetValues())).toContain(SUMMARY);
  workbook.getWorksheet('冻结积分')?.eachRow((row) => {
    if (row.getCell(2).value === '吕国华') row.getCell(7).value = 120;
  });
  await workbook.xlsx.writeFile(file);
  const { status, said } = recompute(file);
  expect(status).toBe(1);
  expect(said).toMatch(/候选人：文件里是“没有这一行”，按数据重算是“g1-leader/);
});

it('is cancelled before the decision, with why, for everybody whom it touched; the name is free again', async () => {
  const { cast, seen } = town;
  const publish = async (nominateUntil: string) =>
    (await call('award.publish', aPlan({ name: '2026年度履职标兵', nominateUntil }), cast.presidium)).id;
  const second = await publish('2027-02-10');
  await call('award.draw', { id: second }, cast.presidium);
  await call('award.nominate', { id: second, representativeId: 'g1-leader', reason: REASON }, cast.liaison);
  const person = { id: second, representativeId: 'g1-member2' };
  await call('award.check', { ...person, clear: true, reason: '镇纪委回函没有问题' }, cast.presidium);
  await call('award.confirmCheck', person, cast.admin);
  now('2027-02-11T09:00:00');
  await call('award.review', { id: second }, cast.presidium);
  await call('award.announce', { id: second, chosen: [{ representativeId: 'g1-member2' }] }, cast.presidium);
  await call('award.object', { id: second, text: '方案没有征求代表意见，请再考虑' }, cast.resident);
  const cancel = { id: second, reason: '与市级评选重复，并入市级评选' };
  expect(await refusal('award.cancel', cancel, cast.admin)).toBe('FORBIDDEN');
  expect(await refusal('award.cancel', { ...cancel, reason: '' }, cast.presidium)).toBe('INVALID_INPUT');
  expect(await refusal('award.cancel', { ...cancel, rev: 1 }, cast.presidium)).toBe('WRONG_STATE');
  expect((await seen(cast.presidium, second)).allowed).toContain('cancel');
  const both = await Promise.all([1, 2].map(() => send('award.cancel', cancel, cast.presidium)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const open = await seen(null, second);
  expect(open).toMatchObject({
    ...{ status: 'cancelled', announced: [], allowed: [] },
    cancelled: { reason: cancel.reason, at: at('2027-02-11T09:00:00').toISOString() },
  });
  expect(open.timeline.at(-1)).toMatchObject({ what: '撤销评选', note: cancel.reason });
  expect((await seen(cast.presidium, second)).allowed).toEqual(['compare', 'export']);
  for (const who of [cast.member2, cast.leader, cast.resident, cast.otherLeader]) {
    expect(await told(who)).toContain('2026年度履职标兵评选已撤销：与市级评选重复');
  }
  expect(await awards.listDue(at('2027-03-01T00:00:00'), [], 10)).toEqual([]);
  expect(await refusal('award.vote', { id: second, chosen: ['g1-member2'] }, cast.presidium)).toBe('WRONG_STATE');
  // Once more, and cancelled while it is a plan only.
  const third = await publish('2027-02-20');
  expect(third).not.toBe(second);
  await call('award.cancel', { ...cancel, id: third }, cast.presidium);
  await publish('2027-02-20');
  expect(await refusal('award.cancel', { id, reason: '想撤销已经作出的决定' }, cast.presidium)).toBe('WRONG_STATE');
});
