import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aTown, signInAs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterEach(() => {
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
});
afterAll(() => functions.close());

const aDone = (status: 'fulfilled' | 'closed', set: Parameters<typeof aStoredWish>[2] = {}) =>
  aStoredWish(functions, status, {
    claimer: theMember(functions),
    submitterId: cast.resident.accountId,
    ...set,
  });

describe('a call-back that brought no answer', () => {
  const attempt = { way: 'phone', outcome: 'noAnswer' } as const;

  it('is on record, and after two nobody is called again', async () => {
    const id = await aDone('fulfilled');
    const { wish: once } = await functions.call('wish.callBack', { id, ...attempt }, cast.liaison.token);
    expect(once).toMatchObject({
      status: 'fulfilled',
      callBacks: [{ who: '代表小组 陈志明', ...attempt }],
      holder: { role: 'resident' },
    });
    expect(once.timeline.at(-1)?.what).toBe('回访未果：没有接通（电话）');
    expect((await wishes.get(id)).plan.kind).toBe('callBack');
    await functions.call('wish.callBack', { id, way: 'visit', outcome: 'unwilling' }, cast.presidium.token);
    const { callBacks, plan } = await wishes.get(id);
    expect(callBacks).toHaveLength(2);
    expect(plan.kind).toBeUndefined();
    expect(plan.timers.map(({ name }) => name)).toContain('silence');
    expect((await functions.call('wish.get', { id })).wish.callBacks).toEqual([]);
  });

  it('is the leaders’ who have not claimed it, and of a wish that waits for an answer', async () => {
    const id = await aDone('fulfilled');
    for (const { token } of [cast.resident, cast.member, cast.otherLiaison, cast.admin, cast.department]) {
      expect(await functions.refusal('wish.callBack', { id, ...attempt }, token)).toBe('FORBIDDEN');
    }
    const leader = await signInAs(functions, 'liaison', 'g1-leader');
    const own = await aDone('fulfilled', { claimer: theMember(functions, { representativeId: 'g1-leader' }) });
    expect(await functions.refusal('wish.callBack', { id: own, ...attempt }, leader.token)).toBe('FORBIDDEN');
    const closed = await aDone('closed');
    expect(await functions.refusal('wish.callBack', { id: closed, ...attempt }, cast.liaison.token)).toBe(
      'WRONG_STATE',
    );
  });

  it('is one of two at once', async () => {
    const id = await aDone('fulfilled');
    const call = ({ token }: { token: string }) => functions.send('wish.callBack', { id, ...attempt }, token);
    const answers = await Promise.all([call(cast.liaison), call(cast.presidium)]);
    const made = answers.filter(({ ok }) => ok).length;
    expect((await wishes.get(id)).callBacks).toHaveLength(made);
  });

  it('is forgotten when the wish is sent back', async () => {
    const id = await aDone('fulfilled');
    await functions.call('wish.callBack', { id, ...attempt }, cast.liaison.token);
    await functions.call('wish.rate', { id, rating: 'unsatisfied', way: 'phone' }, cast.liaison.token);
    expect(await wishes.get(id)).not.toHaveProperty('callBacks');
  });
});

describe('the second call-back of a facility', () => {
  const aDue = () =>
    aDone('closed', {
      followUpDue: true,
      endedAt: functions.clock.now,
      rating: 'satisfied',
      resolved: 'yes',
      closeClass: 'A',
    });
  const dueAgain = new Date('2021-08-20T15:59:59.999Z');

  it('records that it is still well', async () => {
    const id = await aDue();
    const input = { id, way: 'visit', resolved: 'partly', comment: '有一盏又暗了' } as const;
    const { wish: followed } = await functions.call('wish.followUp', input, cast.liaison.token);
    expect(followed).toMatchObject({ status: 'closed', resolved: 'partly', closeClass: 'B', rating: 'satisfied' });
    expect(followed.timeline.at(-1)).toMatchObject({ what: '二次回访（上门）：部分解决', note: '有一盏又暗了' });
    const stored = await wishes.get(id);
    expect(stored).toMatchObject({ followedUpAt: functions.clock.now });
    expect(stored).not.toHaveProperty('followUpDue');
    expect(await functions.refusal('wish.followUp', input, cast.liaison.token)).toBe('WRONG_STATE');
  });

  it('takes the wish up again when it is not solved, by the same claimer with half the time', async () => {
    const id = await aDue();
    functions.clock.now = new Date('2021-07-30T02:00:00Z');
    const input = { id, way: 'phone', resolved: 'no' } as const;
    const { wish: redone } = await functions.call('wish.followUp', input, cast.liaison.token);
    expect(redone).toMatchObject({
      status: 'claimed',
      reopenCount: 1,
      dueAt: dueAgain.toISOString(),
      claimer: { id: 'g1-member' },
      holder: { role: 'representative' },
    });
    const stored = await wishes.get(id);
    for (const field of ['endedAt', 'closeClass', 'followUpDue', 'rating']) expect(stored).not.toHaveProperty(field);
    expect(await toldTo(functions, cast.member, id)).toContain('未解决');
    expect(await toldTo(functions, cast.resident, id)).toContain('重新办理');
  });

  it('leaves a wish without a claimer to whoever claims it', async () => {
    const id = await aStoredWish(functions, 'closed', { followUpDue: true, endedAt: functions.clock.now });
    const input = { id, way: 'phone', resolved: 'no' } as const;
    const { wish: redone } = await functions.call('wish.followUp', input, cast.presidium.token);
    expect(redone).toMatchObject({ status: 'open', holder: { role: 'liaison' }, reopenCount: 1 });
  });

  it('is refused before its day, to the claimer and to others', async () => {
    const early = await aDone('closed');
    const input = { way: 'phone', resolved: 'yes' } as const;
    expect(await functions.refusal('wish.followUp', { id: early, ...input }, cast.liaison.token)).toBe('WRONG_STATE');
    const id = await aDue();
    for (const { token } of [cast.resident, cast.member, cast.otherLiaison, cast.admin]) {
      expect(await functions.refusal('wish.followUp', { id, ...input }, token)).toBe('FORBIDDEN');
    }
  });

  it('lets one of two at once answer', async () => {
    const id = await aDue();
    const call = (resolved: 'yes' | 'no', { token }: { token: string }) =>
      functions.send('wish.followUp', { id, way: 'phone', resolved }, token);
    const answers = await Promise.all([call('yes', cast.liaison), call('no', cast.presidium)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
