/**
 * Every move of the table (domain/wish-moves) that somebody makes: taken by each right caller from each right status,
 * refused to each wrong caller, and from each wrong status.
 */
import { account } from '../../../cloudfunctions/account/use-cases';
import { order } from '../../../cloudfunctions/order/use-cases';
import * as settings from '../../../cloudfunctions/store/settings';
import type { NewWish } from '../../../cloudfunctions/store/wish-doc';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Failure } from '../../../contract/envelope';
import { holderOf, wishStatuses, type WishStatus } from '../../../domain/wish';
import { moves, type Move, type MoveRule } from '../../../domain/wish-moves';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember } from '../../support/stored-wishes';
import { aCast, aResident, aTown, signInAs, type Person } from '../../support/town';

const at = new Date('2021-07-01T02:00:00Z');
const reason = '情况属实，按规定办理';
const leaders = ['liaison', 'presidium'] as const;
/** The wisher submitted it, the scribe wrote it down for somebody, 施永康 takes part where anybody does. */
const everybody = [
  'nobody',
  'stranger',
  'wisher',
  'scribe',
  'claimer',
  'otherMember',
  'liaison',
  'otherLiaison',
  'presidium',
  'department',
  'admin',
] as const;
type Who = (typeof everybody)[number];

interface Case {
  right: readonly Who[];
  /** Beside the id. */
  data?: Record<string, unknown>;
  set?: Partial<NewWish>;
  /** Where whose it is depends on the status. */
  rightIn?: Partial<Record<WishStatus, readonly Who[]>>;
}

const master = { id: 'master', code: 'CJ-2021-master', status: 'closed', at } as const;
const request = { at, reason, who: '代表 周建平', resumeOn: new Date('2021-07-20T16:00:00Z') };
const outcomes = { note: '路灯已经修好', outcomes: [] };

const cases: Partial<Record<Move, Case>> = {
  publish: { right: leaders, data: { decision: 'publish' } },
  reject: { right: leaders, data: { decision: 'reject', reason } },
  merge: { right: leaders, data: { decision: 'merge' } },
  askInfo: { right: leaders, data: { decision: 'askInfo', reason } },
  supply: { right: ['wisher', 'scribe'], data: { note: '就在村口' } },
  withdraw: { right: ['wisher', 'scribe', 'presidium'], data: { reason } },
  claim: { right: ['scribe', 'claimer', 'otherMember', 'liaison', 'otherLiaison'] },
  assign: { right: leaders, data: { representativeId: 'g1-member', reason } },
  decline: { right: ['claimer'], data: { reason } },
  contact: { right: ['claimer'], data: { way: 'phone', note: '已约好上门' } },
  progress: { right: ['claimer'], data: { note: '正在联系电工' } },
  release: { right: ['claimer', ...leaders], data: { reason } },
  join: { right: ['scribe', 'otherMember', 'liaison', 'otherLiaison'], data: { part: 'goods', note: '出两盏灯' } },
  leave: {
    right: ['otherMember', 'claimer', ...leaders],
    data: { representativeId: 'g2-member', reason },
    set: { helpers: [{ representativeId: 'g2-member', name: '施永康', part: 'goods', note: '出灯', at }] },
  },
  askHelp: { right: ['claimer'], data: { reason } },
  refuseHelp: { right: ['presidium'], data: { reason }, set: { helpRequest: { at, reason } } },
  coordinate: { right: ['presidium'], data: { departmentId: 'd1', dueDays: 5, reason } },
  askPause: { right: ['claimer'], data: { reason, resumeOn: '2021-07-20' } },
  refusePause: { right: leaders, data: { reason }, set: { pauseRequest: request } },
  pause: { right: leaders, data: { reason, resumeOn: '2021-07-20' } },
  resume: { right: ['claimer', ...leaders], set: { pausedFrom: 'claimed' } },
  fulfil: { right: ['claimer'], rightIn: { coordinating: ['presidium'] }, data: outcomes },
  callBack: { right: leaders, data: { way: 'phone', outcome: 'noAnswer' } },
  confirm: { right: ['wisher', ...leaders], data: { rating: 'satisfied', resolved: 'yes', way: 'phone' } },
  redo: { right: ['wisher', ...leaders], data: { rating: 'unsatisfied', resolved: 'no', way: 'phone' } },
  rateMerged: {
    right: ['wisher', ...leaders],
    data: { rating: 'satisfied', resolved: 'yes', way: 'phone' },
    set: { master },
  },
  followUp: { right: leaders, data: { way: 'phone', resolved: 'yes' }, set: { followUpDue: true, endedAt: at } },
  redoFollowedUp: {
    right: leaders,
    data: { way: 'phone', resolved: 'no' },
    set: { followUpDue: true, endedAt: at },
  },
  reopen: { right: ['wisher', ...leaders], data: { reason }, set: { endedAt: at } },
  answer: {
    right: ['presidium'],
    data: { closeClass: 'D', explanation: '目前没有这笔资金，明年再报', way: 'visit' },
  },
  urge: { right: leaders },
  hide: { right: leaders, data: { reason } },
  unhide: { right: leaders, data: { reason }, set: { hidden: { reason, who: '主席团', at } } },
};

const everyMove = Object.keys(moves) as Move[];
const ruleOf = (move: Move): MoveRule => moves[move];
const casesOf = everyMove.flatMap((move) => {
  const found = cases[move];
  return found ? [[move, found] as const] : [];
});

let functions: Functions;
let people: Record<Who, Person>;
let target: string;

beforeAll(async () => {
  functions = await startFunctions([account, order, wish]);
  await aTown(functions);
  await settings.save({ town: '长江镇', codePrefix: 'CJ', campaign: '为民服务我先行', claimLimit: 10_000 });
  const { resident: wisher, member: claimer, ...rest } = await aCast(functions);
  const scribe = await signInAs(functions, 'representative', 'g2-member2');
  people = {
    ...rest,
    wisher,
    claimer,
    scribe,
    stranger: await aResident(functions),
    nobody: { token: '', accountId: '' },
  };
  target = await aStoredWish(functions, 'open');
  await aStoredWish(functions, master.status, { _id: master.id });
});
afterAll(() => functions.close());

const withClaimer: readonly WishStatus[] = ['claimed', 'coordinating', 'paused', 'fulfilled', 'closed', 'answered'];

/** A wish that the move fits but for its status, which is the caller's to choose. */
function aWishFor(move: Move, status: WishStatus, who: Who): Promise<string> {
  const assigned = move === 'decline' ? { assignedBy: '主席团 镇人大办' } : {};
  const isScribed = who === 'scribe';
  return aStoredWish(functions, status, {
    submitterId: people[isScribed ? 'scribe' : 'wisher'].accountId,
    selfSubmitted: !isScribed,
    ...(withClaimer.includes(status) ? { claimer: theMember(functions, assigned), dueAt: at } : {}),
    ...cases[move]?.set,
  });
}

function act(move: Move, id: string, who: Who) {
  const { action } = ruleOf(move);
  const name = action?.includes('.') ? action : `wish.${action}`;
  const wanted = { id, wishId: id, ...(move === 'merge' ? { into: target } : {}), ...cases[move]?.data };
  return functions.send(name, wanted, who === 'nobody' ? undefined : people[who].token);
}

async function refusalOf(move: Move, id: string, who: Who): Promise<Failure | null> {
  const answer = await act(move, id, who);
  return answer.ok ? null : answer.error;
}

const seen = async (id: string) => (await functions.call('wish.get', { id }, people.presidium.token)).wish;
const rightCallers = ({ right, rightIn }: Case, status: WishStatus): readonly Who[] => rightIn?.[status] ?? right;

it('has a case for every move that somebody makes', () => {
  expect(casesOf.map(([move]) => move)).toEqual(everyMove.filter((move) => ruleOf(move).action !== null));
});

it.each(casesOf)('%s is taken by each right caller from each right status', async (move, found) => {
  const { from, to, orTo } = ruleOf(move);
  for (const status of from) {
    for (const who of rightCallers(found, status)) {
      const id = await aWishFor(move, status, who);
      expect([who, status, await refusalOf(move, id, who)]).toEqual([who, status, null]);
      const after = await seen(id);
      expect([to ?? status, orTo]).toContain(after.status);
      expect(after.rev).toBe(2);
      expect(after.timeline).toHaveLength(2);
    }
  }
});

it.each(casesOf)('%s is refused to each wrong caller', async (move, found) => {
  for (const status of ruleOf(move).from) {
    const right = rightCallers(found, status);
    const wrong = everybody.filter((who) => !right.includes(who));
    const ids = { own: await aWishFor(move, status, 'wisher'), scribed: await aWishFor(move, status, 'scribe') };
    for (const who of wrong) {
      const refusal = await refusalOf(move, who === 'scribe' ? ids.scribed : ids.own, who);
      expect([who, refusal?.code]).toEqual([who, who === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
    }
    for (const id of Object.values(ids)) expect(await seen(id)).toMatchObject({ status, rev: 1 });
  }
});

/** One action may make several moves, by the status or by what is said. */
function rightStatuses(move: Move): WishStatus[] {
  const decision = cases[move]?.data?.decision;
  const same = casesOf.filter(
    ([one, { data }]) => ruleOf(one).action === ruleOf(move).action && data?.decision === decision,
  );
  return same.flatMap(([one]) => ruleOf(one).from);
}

it.each(casesOf)('%s is refused from each wrong status, with the holder', async (move, { right }) => {
  const [who = 'nobody'] = right;
  const statuses = rightStatuses(move);
  for (const status of wishStatuses.filter((one) => !statuses.includes(one))) {
    const id = await aWishFor(move, status, who);
    const refusal = await refusalOf(move, id, who);
    const late = move === 'claim' && withClaimer.includes(status);
    expect([status, refusal?.code]).toEqual([status, late ? 'ALREADY_CLAIMED' : 'WRONG_STATE']);
    expect(refusal?.details).toMatchObject(late ? { claimer: '周建平' } : { status, holder: holderOf(status) });
    expect(await seen(id)).toMatchObject({ status, rev: 1 });
  }
});
