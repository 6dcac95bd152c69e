import { inTransaction } from '../../../cloudfunctions/store/database';
import { absences } from '../../../cloudfunctions/store/absences';
import { campaigns } from '../../../cloudfunctions/store/campaigns';
import { attendances, duties, settledOf } from '../../../cloudfunctions/store/duties';
import { entries } from '../../../cloudfunctions/store/points-entries';
import { pointsProposals } from '../../../cloudfunctions/store/points-proposals';
import { book } from '../../../cloudfunctions/store/points-settling';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { aPhoto } from '../../support/town';
import { MORNING, aDutyTown, at, type DutyTown } from './cast';

let town: DutyTown;
beforeAll(async () => {
  town = await aDutyTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  // One town for all: each test begins with an empty calendar.
  for (const store of [duties, attendances, entries, pointsProposals, absences, campaigns]) {
    await (await store()).deleteMany({});
  }
  town.goTo('2026-11-16T09:00:00');
});

const mark = (id: string, representativeId: string, status: 'present' | 'absent' | 'leave', reason?: string) =>
  town.call(
    'duty.mark',
    { id, representativeId, status, ...(reason === undefined ? {} : { reason }) },
    town.tokenOf(town.cast.presidium),
  );

const settle = (id: string, by = town.cast.presidium) => town.send('duty.settle', { id }, town.tokenOf(by));

describe('calling together', () => {
  it('is for the presidium in the whole town, for 组长 and 联络员 in their own group', async () => {
    const { cast, tokenOf } = town;
    const { counts } = await town.aDuty();
    expect(counts).toEqual({ expected: 8, present: 0, leave: 0, absent: 0 });
    const ofGroup = { kind: 'training' as const, groupId: 'g1', expected: 'group' as const };
    const held = await town.aDuty(ofGroup, cast.liaison);
    expect(held).toMatchObject({ groupName: '江东代表小组', counts: { expected: 4 }, state: 'upcoming' });
    await expect(town.aDuty({}, cast.liaison)).rejects.toThrow('FORBIDDEN');
    await expect(town.aDuty({ ...ofGroup, groupId: 'g2' }, cast.liaison)).rejects.toThrow('FORBIDDEN');
    await expect(town.aDuty({ ...ofGroup, expected: ['g2-member'] }, cast.liaison)).rejects.toThrow('expected');
    await expect(town.aDuty({ until: MORNING.toISOString() })).rejects.toThrow('结束时间应在开始时间之后');
    const rows = await town.call('duty.list', { scope: 'town', list: 'upcoming' }, tokenOf(cast.presidium));
    expect(rows.items).toHaveLength(2);
    expect(await town.refusal('duty.list', { scope: 'town', list: 'past' }, tokenOf(cast.member))).toBe('FORBIDDEN');
    expect(await town.refusal('duty.get', { id: held.id }, tokenOf(cast.resident))).toBe('FORBIDDEN');
  });

  it('creates one duty for one token, and changes it only as it was read', async () => {
    const { cast, tokenOf } = town;
    const [one, same] = await Promise.all([
      town.aDuty({ clientToken: 'the-same-token' }),
      town.aDuty({ clientToken: 'the-same-token' }),
    ]);
    expect(same.id).toBe(one.id);
    const { id, rev } = one;
    const people = { id, rev, expected: ['g1-member', 'g2-member'], place: '镇礼堂' };
    expect(await town.aDuty(people)).toMatchObject({ counts: { expected: 2 }, place: '镇礼堂', rev: rev + 1 });
    await expect(town.aDuty(people)).rejects.toThrow('更新了这次活动');
    const asked = { day: '2026-11-20', id };
    const { expected } = await town.call('duty.options', asked, tokenOf(cast.presidium));
    expect(expected).toEqual(['g1-member', 'g2-member']);
  });

  it('is filed under the 主题实践活动 that runs that day', async () => {
    const campaign = { name: '为民服务我先行', themes: [], status: 'running' as const, rev: 1 };
    const running = { ...campaign, _id: 'c1', from: '2026-11-01', until: '2026-11-20' };
    await (await campaigns()).insertMany([running, { ...running, _id: 'c2', until: '2026-11-19' }] as never);
    expect((await town.aDuty()).campaignId).toBe('c1');
    expect((await town.aDuty({ campaignId: null })).campaignId).toBeUndefined();
    await expect(town.aDuty({ campaignId: 'c2' })).rejects.toThrow('campaignId');
  });

  it('is told of by the clock, and so are a change and the end of it', async () => {
    const { cast } = town;
    const duty = await town.aDuty({ expected: ['g1-member'] });
    await town.runClock('2026-11-16T09:10:00');
    expect(await town.told(cast.member)).toEqual([
      expect.stringContaining('请您参加：镇人大三次会议（11月20日 09:00，镇会议室）'),
    ]);
    expect(await town.told(cast.otherMember)).toEqual([]);
    const { id, rev } = duty;
    await town.aDuty({ id, rev, expected: ['g1-member'], place: '镇礼堂' });
    await town.runClock('2026-11-17T09:00:00');
    const cancelled = { id, reason: '改到下周召开' };
    await town.call('duty.cancel', cancelled, town.tokenOf(cast.presidium));
    expect(await town.refusal('duty.cancel', cancelled, town.tokenOf(cast.presidium))).toBe('WRONG_STATE');
    await town.runClock('2026-11-18T09:00:00');
    expect((await town.told(cast.member)).slice(0, 2)).toEqual([
      expect.stringContaining('已取消：改到下周召开'),
      expect.stringContaining('有变动，请看新的时间地点：11月20日 09:00，镇礼堂'),
    ]);
    expect(await town.runClock('2026-11-24T09:00:00')).toBe(0);
  });
});

describe('signing in', () => {
  it('takes the code of the moment from half an hour before until two hours after', async () => {
    const { cast, tokenOf } = town;
    const { id } = await town.aDuty();
    const code = { id, code: '123456' };
    town.goTo('2026-11-20T08:29:59');
    expect(await town.refusal('duty.signIn', code, tokenOf(cast.member))).toBe('WRONG_STATE');
    expect(await town.refusal('duty.code', { id }, tokenOf(cast.presidium))).toBe('WRONG_STATE');
    town.goTo('2026-11-20T08:30:00');
    expect(await town.refusal('duty.code', { id }, tokenOf(cast.liaison))).toBe('FORBIDDEN');
    const first = await town.codeOf(id);
    town.goTo('2026-11-20T08:33:30');
    expect(await town.signIn(id, cast.member, first)).toMatchObject({ mine: { status: 'present', by: 'code' } });
    // A minute after it changed the old one is good no more.
    town.goTo('2026-11-20T08:34:00');
    expect(await town.refusal('duty.signIn', { id, code: first }, tokenOf(cast.member2))).toBe('INVALID_INPUT');
    town.goTo('2026-11-20T13:30:00');
    expect(await town.signIn(id, cast.member2)).toMatchObject({ mine: { status: 'present' }, state: 'open' });
    town.goTo('2026-11-20T13:30:01');
    expect(await town.refusal('duty.signIn', code, tokenOf(cast.leader))).toBe('WRONG_STATE');
    expect(await town.refusal('duty.signIn', code, tokenOf(cast.department))).toBe('FORBIDDEN');
  });

  it('counts one person once however often they press, and stops whoever guesses', async () => {
    const { cast, tokenOf } = town;
    const { id } = await town.aDuty({ expected: ['g1-member'] });
    town.goTo('2026-11-20T09:00:00');
    const code = await town.codeOf(id);
    const wrong = code === '000000' ? '000001' : '000000';
    await Promise.all([1, 2, 3].map(() => town.signIn(id, cast.member, code)));
    // 列席: who was not called may come too.
    const both = await Promise.all([1, 2].map(() => town.signIn(id, cast.otherMember, code)));
    expect(both.map(({ mine }) => mine?.extra)).toEqual([true, true]);
    expect((await town.signIn(id, cast.member, wrong)).counts).toMatchObject({ present: 2, expected: 0 });
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => town.refusal('duty.signIn', { id, code: wrong }, tokenOf(cast.member2))),
    );
    expect(guesses.filter((refused) => refused === 'RATE_LIMITED')).toHaveLength(2);
    expect(await town.refusal('duty.signIn', { id, code }, tokenOf(cast.member2))).toBe('RATE_LIMITED');
    town.goTo('2026-11-20T09:10:00');
    expect(await town.signIn(id, cast.member2)).toMatchObject({ mine: { status: 'present' } });
  });

  it('may be written down by those who keep the list, never for themselves', async () => {
    const { cast, tokenOf } = town;
    const { id } = await town.aDuty();
    town.goTo('2026-11-20T09:00:00');
    const own = { id, representativeId: 'g1-liaison', status: 'present' as const };
    expect(await town.refusal('duty.mark', own, tokenOf(cast.liaison))).toBe('FORBIDDEN');
    expect(await town.refusal('duty.mark', own, tokenOf(cast.otherLiaison))).toBe('FORBIDDEN');
    const marked = await town.call('duty.mark', own, tokenOf(cast.leader));
    expect(marked.attendance).toMatchObject({ status: 'present', by: 'liaison', marked: { who: '代表小组 吕国华' } });
    await town.signIn(id, cast.member);
    const overruled = { id, representativeId: 'g1-member', status: 'absent' as const };
    expect(await town.refusal('duty.mark', overruled, tokenOf(cast.leader))).toBe('INVALID_INPUT');
    await town.call('duty.mark', { ...overruled, reason: '请人代签' }, tokenOf(cast.leader));
    const rows = await town.call('duty.attendance', { id }, tokenOf(cast.leader));
    expect(rows.items.map((one) => [one.id, one.status])).toEqual([
      ['g1-leader', 'expected'],
      ['g1-liaison', 'present'],
      ['g1-member', 'absent'],
      ['g1-member2', 'expected'],
    ]);
    const page = await town.call('duty.attendance', { id, limit: 5 }, tokenOf(cast.presidium));
    const rest = await town.call(
      'duty.attendance',
      { id, limit: 5, cursor: page.nextCursor ?? '' },
      tokenOf(cast.presidium),
    );
    expect([page.items.length, rest.items.map((one) => one.id)]).toEqual([
      5,
      ['g2-liaison', 'g2-member', 'g2-member2'],
    ]);
    expect(await town.refusal('duty.attendance', { id }, tokenOf(cast.member))).toBe('FORBIDDEN');
  });
});

it('leave is asked for before it begins and answered once, never by oneself', async () => {
  const { cast, tokenOf } = town;
  const { id } = await town.aDuty();
  await town.call('duty.askLeave', { id, reason: '出差在外' }, tokenOf(cast.member));
  expect(await town.refusal('duty.askLeave', { id, reason: '出差在外' }, tokenOf(cast.member))).toBe('WRONG_STATE');
  await town.call('duty.askLeave', { id, reason: '身体不适' }, tokenOf(cast.leader));
  expect(await town.told(cast.leader)).toEqual([expect.stringContaining('周建平请假：镇人大三次会议')]);
  const agreed = { id, representativeId: 'g1-member', agree: true };
  for (const who of [cast.liaison, cast.otherLeader]) {
    expect(await town.refusal('duty.agreeLeave', agreed, tokenOf(who))).toBe('FORBIDDEN');
  }
  const own = { id, representativeId: 'g1-leader', agree: true };
  expect(await town.refusal('duty.agreeLeave', own, tokenOf(cast.leader))).toBe('FORBIDDEN');
  const answers = await Promise.all([
    town.send('duty.agreeLeave', agreed, tokenOf(cast.leader)),
    town.send('duty.agreeLeave', { ...agreed, agree: false }, tokenOf(cast.presidium)),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await town.call('duty.agreeLeave', { ...own, agree: false, reason: '请到会' }, tokenOf(cast.presidium));
  expect((await town.told(cast.leader))[0]).toContain('没有获准（请到会）');
  town.goTo('2026-11-20T09:00:00');
  expect(await town.refusal('duty.askLeave', { id, reason: '来不及了' }, tokenOf(cast.member2))).toBe('WRONG_STATE');
});

describe('settling', () => {
  /** The meeting of two half days: 周建平 signs in, 沈丽芳 is on leave, 陈志明 is ill for weeks, 吕国华 stays away. */
  async function aMeeting(): Promise<string> {
    const { cast, tokenOf } = town;
    const expected = ['g1-leader', 'g1-liaison', 'g1-member', 'g1-member2'];
    const { id } = await town.aDuty({ expected, halfDays: 2, until: at('2026-11-20T17:00:00').toISOString() });
    await town.call('duty.askLeave', { id, reason: '出差' }, tokenOf(cast.member2));
    const span = { _id: newId(), representativeId: 'g1-liaison', groupId: 'g1', from: '2026-11-01' };
    const ill = { ...span, kind: 'sick', reason: '住院', status: 'confirmed' };
    await (await absences()).insertOne({ ...ill, proposed: { accountId: 'x', who: 'x', at: MORNING } } as never);
    town.goTo('2026-11-20T09:00:00');
    await town.signIn(id, cast.member);
    return id;
  }

  it('books and proposes by what the list says, once when two settle at once', async () => {
    const { cast, tokenOf } = town;
    const id = await aMeeting();
    expect((await settle(id)).ok).toBe(false);
    town.goTo('2026-11-20T17:00:00');
    const preview = await town.call('duty.preview', { id }, tokenOf(cast.presidium));
    expect(preview.problem).toContain('还有 1 份请假没有答复（沈丽芳）');
    expect((await settle(id)).ok).toBe(false);
    await town.call('duty.agreeLeave', { id, representativeId: 'g1-member2', agree: true }, tokenOf(cast.leader));
    const ready = await town.call('duty.preview', { id }, tokenOf(cast.presidium));
    expect(ready.unmarked).toEqual(['吕国华']);
    expect(ready.lines.map((one) => [one.status, one.people, one.units, one.rule, one.points, one.isProposed])).toEqual(
      [
        ['present', 1, 2, 'M1', 2, false],
        ['leave', 1, 2, 'M2', -1, false],
        ['leave', 1, 0, undefined, undefined, false],
        ['absent', 1, 2, 'M3', -3, true],
      ],
    );
    const both = await Promise.all([settle(id), settle(id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const people = ['g1-leader', 'g1-liaison', 'g1-member', 'g1-member2'];
    expect(await Promise.all(people.map(town.booked))).toEqual([[], [], ['M1 4'], ['M2 -2']]);
    expect(await Promise.all(people.map(town.proposed))).toEqual([['M3 open'], [], [], []]);
    expect((await town.told(cast.leader))[0]).toContain('24 小时内可以说明情况');
    expect(await settledOf('g1-liaison', MORNING, at('2026-11-21T00:00:00'))).toMatchObject([
      { status: 'leave', away: true, settled: true },
    ]);
    const late = { id, representativeId: 'g1-leader', status: 'present' };
    expect(await town.refusal('duty.mark', late, tokenOf(cast.presidium))).toBe('WRONG_STATE');
  });

  it('meets sign-ins at the same moment: each counts, or hears that it is too late', async () => {
    const { cast, tokenOf } = town;
    const { id } = await town.aDuty({ kind: 'inspection', expected: ['g1-member', 'g1-member2'] });
    town.goTo('2026-11-20T11:30:00');
    const code = await town.codeOf(id);
    const signed = await Promise.all([
      settle(id),
      ...[cast.member, cast.member2, cast.otherMember].map((one) =>
        town.send('duty.signIn', { id, code }, tokenOf(one)),
      ),
    ]);
    expect(signed[0].ok).toBe(true);
    for (const [index, person] of ['g1-member', 'g1-member2', 'g2-member'].entries()) {
      expect(await town.booked(person)).toEqual(signed[index + 1]?.ok ? ['M7 3'] : []);
    }
  });

  it('is not for one’s own alone', async () => {
    const { cast } = town;
    const ofGroup = { kind: 'training' as const, groupId: 'g1' };
    const { id } = await town.aDuty({ ...ofGroup, expected: 'group' }, cast.liaison);
    const alone = await town.aDuty({ ...ofGroup, expected: ['g1-liaison'] }, cast.liaison);
    town.goTo('2026-11-20T11:30:00');
    expect(await settle(id, cast.liaison)).toMatchObject({ error: { code: 'WRONG_STATE' } });
    for (const one of [id, alone.id]) await town.signIn(one, cast.liaison);
    expect(await settle(alone.id, cast.liaison)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await settle(id, cast.member)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect((await settle(id, cast.liaison)).ok).toBe(true);
    expect((await settle(alone.id)).ok).toBe(true);
    expect(await town.booked('g1-liaison')).toEqual(['M8 2', 'M8 2']);
  });

  it('is taken back by counter-entries when it is looked at again, and pays again', async () => {
    const { cast, tokenOf } = town;
    const id = await aMeeting();
    await mark(id, 'g1-member2', 'leave', '出差');
    town.goTo('2026-11-20T17:00:00');
    await settle(id);
    const reopen = { id, reason: '签到登记有误' };
    expect(await town.refusal('duty.reopen', reopen, tokenOf(cast.leader))).toBe('FORBIDDEN');
    // A deduction that has been booked meanwhile is taken back too.
    const [open] = await (await pointsProposals()).find({ representativeId: 'g1-leader' }).toArray();
    if (!open) throw new Error('nothing was proposed');
    const deciding = { accountId: 'another', who: '主席团 另一人', now: at('2026-11-22T09:00:00'), newId };
    await inTransaction((tx) => book(open, deciding, tx));

    const both = await Promise.all([1, 2].map(() => town.send('duty.reopen', reopen, tokenOf(cast.presidium))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const people = ['g1-leader', 'g1-liaison', 'g1-member', 'g1-member2'];
    expect(await Promise.all(people.map(town.booked))).toEqual([
      ['M3 -6', 'M3 6'],
      [],
      ['M1 4', 'M1 -4'],
      ['M2 -2', 'M2 2'],
    ]);
    expect(await settledOf('g1-member', MORNING, at('2026-11-21T00:00:00'))).toEqual([]);
    await mark(id, 'g1-member2', 'present');
    expect((await settle(id)).ok).toBe(true);
    expect(await Promise.all(people.map(town.booked))).toEqual([
      ['M3 -6', 'M3 6'],
      [],
      ['M1 4', 'M1 -4', 'M1 4'],
      ['M2 -2', 'M2 2', 'M1 4'],
    ]);
    expect(await town.proposed('g1-leader')).toEqual(['M3 booked', 'M3 open']);
  });

  it('proposes the third absence of a month once, and drops it when one of them falls away', async () => {
    const { cast, tokenOf } = town;
    const ids: string[] = [];
    for (const day of ['17', '18', '19', '20']) {
      const times = { from: at(`2026-11-${day}T09:00:00`), until: at(`2026-11-${day}T11:00:00`) };
      const iso = { from: times.from.toISOString(), until: times.until.toISOString() };
      ids.push((await town.aDuty({ kind: 'groupActivity', expected: ['g1-member'], ...iso })).id);
    }
    town.goTo('2026-11-20T12:00:00');
    for (const id of ids.slice(0, 2)) await settle(id);
    expect(await town.proposed('g1-member')).toEqual(['M9 open', 'M9 open']);
    for (const id of ids.slice(2)) await settle(id);
    // What a rule proposes books itself after a day; what two people must stand behind waits for the second (M3).
    expect((await (await pointsProposals()).distinct('proposed.accountId')).join()).toBe('system');
    const four = ['M9 open', 'M9 open', 'M9 open', 'M9 open'];
    expect(await town.proposed('g1-member')).toEqual([...four, 'M9A open'].sort());
    const reopen = (id: string) => town.call('duty.reopen', { id, reason: '核对' }, tokenOf(cast.presidium));
    await reopen(ids[0] ?? '');
    expect((await town.proposed('g1-member')).filter((one) => one.startsWith('M9A'))).toEqual(['M9A open']);
    await reopen(ids[1] ?? '');
    expect((await town.proposed('g1-member')).filter((one) => one.startsWith('M9A'))).toEqual(['M9A dropped']);
    await settle(ids[1] ?? '');
    expect((await town.proposed('g1-member')).filter((one) => one.startsWith('M9A'))).toEqual([
      'M9A dropped',
      'M9A open',
    ]);
  });

  it('is asked for three days after the end, once', async () => {
    const { cast } = town;
    await town.aDuty({ kind: 'training', groupId: 'g1', expected: 'group' }, cast.liaison);
    await town.runClock('2026-11-20T11:30:00');
    expect(await town.runClock('2026-11-23T11:30:00')).toBe(0);
    expect(await town.runClock('2026-11-23T11:40:00')).toBe(1);
    expect((await town.told(cast.liaison)).join()).toContain('的考勤还没有确认');
    expect(await town.runClock('2026-11-24T11:40:00')).toBe(0);
  });
});

it('photos and words are put on record by those who were there and those who keep it', async () => {
  const { cast, tokenOf } = town;
  const { id } = await town.aDuty();
  const [mine, other] = [await aPhoto(cast.member), await aPhoto(cast.presidium)];
  town.goTo('2026-11-20T09:00:00');
  expect(await town.refusal('duty.addPhotos', { id, photos: [mine] }, tokenOf(cast.member))).toBe('FORBIDDEN');
  await town.signIn(id, cast.member);
  expect(await town.refusal('duty.addPhotos', { id, photos: [other] }, tokenOf(cast.member))).toBe('INVALID_INPUT');
  await town.call('duty.addPhotos', { id, photos: [other] }, tokenOf(cast.presidium));
  const { duty } = await town.call('duty.addPhotos', { id, photos: [mine] }, tokenOf(cast.member));
  expect([duty.photos.length, duty.removable]).toEqual([2, [mine]]);
  expect(await town.refusal('duty.removePhoto', { id, photo: other }, tokenOf(cast.member))).toBe('FORBIDDEN');
  const left = await town.call('duty.removePhoto', { id, photo: mine }, tokenOf(cast.member));
  expect(left.duty.photos.map((photo) => photo.id)).toEqual([other]);
  const summary = { id, summary: '审议通过了政府工作报告' };
  expect(await town.refusal('duty.summarise', summary, tokenOf(cast.leader))).toBe('FORBIDDEN');
  expect((await town.call('duty.summarise', summary, tokenOf(cast.presidium))).duty.summary).toBe(summary.summary);
});

it('lists go on by key: those to come, those past, those that wait', async () => {
  const { cast, tokenOf } = town;
  for (const day of ['17', '18', '19']) {
    const [from, until] = ['09:00:00', '10:00:00'].map((hour) => at(`2026-11-${day}T${hour}`).toISOString());
    await town.aDuty({ title: `活动${day}`, expected: ['g1-member'], from: from ?? '', until: until ?? '' });
  }
  town.goTo('2026-11-18T11:00:00');
  const titles = async (scope: 'mine' | 'town', list: 'upcoming' | 'past' | 'waiting', who = cast.presidium) => {
    const first = await town.call('duty.list', { scope, list, limit: 1 }, tokenOf(who));
    const next = { scope, list, limit: 5, cursor: first.nextCursor ?? undefined };
    const rest = first.nextCursor === null ? [] : (await town.call('duty.list', next, tokenOf(who))).items;
    return [...first.items, ...rest].map(({ title }) => title);
  };
  // Until two hours after its end one can still sign in: it is not past.
  expect(await titles('town', 'upcoming')).toEqual(['活动18', '活动19']);
  expect(await titles('mine', 'upcoming', cast.member)).toEqual(['活动18', '活动19']);
  town.goTo('2026-11-18T13:00:00');
  expect(await titles('town', 'past')).toEqual(['活动18', '活动17']);
  expect(await titles('mine', 'past', cast.member)).toEqual(['活动18', '活动17']);
  expect(await titles('town', 'waiting')).toEqual(['活动17', '活动18']);
  expect(await titles('mine', 'past', cast.member2)).toEqual([]);
});

it('counts what waits for whoever answers 请假 and settles, and reads little for it', async () => {
  const { cast, call, tokenOf } = town;
  const waiting = (who: keyof DutyTown['cast']) => call('duty.getWaiting', {}, tokenOf(cast[who]));
  const meeting = await town.aDuty();
  const training = await town.aDuty({ kind: 'training', groupId: 'g1', expected: 'group' }, cast.leader);
  const cancelled = await town.aDuty({ expected: ['g1-member'] });
  const reason = '出差在外';
  for (const { id } of [meeting, training, cancelled])
    await call('duty.askLeave', { id, reason }, tokenOf(cast.member));
  await call('duty.askLeave', { id: meeting.id, reason }, tokenOf(cast.leader));
  await call('duty.cancel', { id: cancelled.id, reason: '改到下周' }, tokenOf(cast.presidium));
  // 组长 answers neither their own nor another group's; 联络员 answers none.
  expect(await waiting('leader')).toEqual({ leaves: 2, toSettle: 0 });
  expect(await waiting('presidium')).toEqual({ leaves: 3, toSettle: 0 });
  for (const who of ['liaison', 'otherLeader', 'member', 'admin'] as const) {
    expect(await waiting(who)).toEqual({ leaves: 0, toSettle: 0 });
  }
  const answer = { id: meeting.id, representativeId: 'g1-member', agree: true };
  await call('duty.agreeLeave', answer, tokenOf(cast.leader));
  await call('duty.agreeLeave', { ...answer, id: training.id, agree: false }, tokenOf(cast.leader));
  expect((await waiting('leader')).leaves).toBe(0);
  town.goTo('2026-11-20T12:00:00');
  expect(await waiting('leader')).toEqual({ leaves: 0, toSettle: 1 });
  const before = town.examined();
  expect(await waiting('presidium')).toEqual({ leaves: 1, toSettle: 2 });
  expect(town.examined() - before).toBeLessThan(20);
  expect((await waiting('member')).toSettle).toBe(0);
});
