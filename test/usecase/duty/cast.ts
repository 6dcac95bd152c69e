/** A town in November 2026 with a duty on its calendar, for the tests of this area. */
import { account } from '../../../cloudfunctions/account/use-cases';
import { runJobs } from '../../../cloudfunctions/clock/run-jobs';
import { duty } from '../../../cloudfunctions/duty/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { pointsProposals } from '../../../cloudfunctions/store/points-proposals';
import type { Input } from '../../../contract/contract';
import type { DutyView } from '../../../contract/duty-views';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, signInAs, type Cast, type Person } from '../../support/town';

export const at = (time: string): Date => new Date(`${time}+08:00`);
export const MORNING = at('2026-11-20T09:00:00');

export interface DutyTown extends Functions {
  cast: Cast & { leader: Person; member2: Person; otherLeader: Person };
  /** Moves the clock; nobody's session outlives a test's weeks. */
  goTo: (time: string) => void;
  tokenOf: (person: Person) => string;
  aDuty: (set?: Partial<Input<'duty.save'>>, by?: Person) => Promise<DutyView>;
  codeOf: (id: string) => Promise<string>;
  signIn: (id: string, person: Person, code?: string) => Promise<DutyView>;
  /** What has been booked for somebody, the oldest first: 'M1 2' for each entry. */
  booked: (representativeId: string) => Promise<string[]>;
  /** The proposals of somebody: 'M3 open' for each. */
  proposed: (representativeId: string) => Promise<string[]>;
  told: (person: Person) => Promise<string[]>;
  runClock: (time: string) => Promise<number>;
}

export async function aDutyTown(): Promise<DutyTown> {
  const functions = await startFunctions([account, duty, notice, points], {
    now: at('2026-11-16T09:00:00'),
    // A picture for each code would be most of the time of these tests.
    host: { miniCode: async ({ scene }) => Buffer.from(scene) },
  });
  await aTown(functions);
  const cast = {
    ...(await aCast(functions)),
    leader: await signInAs(functions, 'liaison', 'g1-leader'),
    member2: await signInAs(functions, 'representative', 'g1-member2'),
    otherLeader: await signInAs(functions, 'liaison', 'g2-leader'),
  };
  const tokenOf = ({ accountId }: Person): string => functions.host.issueToken(accountId);
  const call: Functions['call'] = functions.call;
  const goTo = (time: string): void => {
    functions.clock.now = at(time);
  };
  const codeOf = async (id: string) => (await call('duty.code', { id }, tokenOf(cast.presidium))).code;
  return {
    ...functions,
    ...{ cast, tokenOf, goTo, codeOf },
    async aDuty(set = {}, by = cast.presidium) {
      const meeting = {
        kind: 'meeting' as const,
        title: '镇人大三次会议',
        place: '镇会议室',
        from: MORNING.toISOString(),
        until: at('2026-11-20T11:30:00').toISOString(),
        halfDays: 1,
        expected: 'all' as const,
        clientToken: newId(),
      };
      return (await call('duty.save', { ...meeting, ...set }, tokenOf(by))).duty;
    },
    async signIn(id, person, code) {
      return (await call('duty.signIn', { id, code: code ?? (await codeOf(id)) }, tokenOf(person))).duty;
    },
    async booked(representativeId) {
      const { items } = await call('points.entries', { representativeId, limit: 50 }, tokenOf(cast.presidium));
      return [...items].sort((a, b) => a.seq - b.seq).map(({ rule, delta }) => `${rule} ${delta}`);
    },
    async proposed(representativeId) {
      const found = await (await pointsProposals()).find({ representativeId }).sort({ key: 1 }).toArray();
      return found.map(({ rule, status }) => `${rule} ${status}`);
    },
    async told(person) {
      const { items } = await call('notice.list', { limit: 50 }, tokenOf(person));
      return items.flatMap((one) => [one, ...(one.items ?? [])]).flatMap(({ text }) => text);
    },
    async runClock(time) {
      goTo(time);
      return (await runJobs(at(time), functions.host)).changed;
    },
  };
}
