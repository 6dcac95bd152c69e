/** A town whose clock we run, and what its people are told. */
import { account } from '../../cloudfunctions/account/use-cases';
import { runJobs, type Ran } from '../../cloudfunctions/clock/run-jobs';
import { clock } from '../../cloudfunctions/clock/use-cases';
import type { Host } from '../../cloudfunctions/host/host';
import type { Area } from '../../cloudfunctions/kit/serve';
import { notice } from '../../cloudfunctions/notice/use-cases';
import * as models from '../../cloudfunctions/store/models';
import { wish } from '../../cloudfunctions/wish/use-cases';
import type { Functions } from './functions';
import { startFunctions } from './functions';
import { modelId } from '../../domain/model';
import { aCast, aTown, hill, river, signInAs, type Cast, type Person } from './town';

export interface ClockTown extends Functions {
  cast: Cast & { leader: Person };
  /** Signed in anew: half a year is longer than a session. */
  tokenOf: (person: Person) => string;
  /** Moves the time of the town there and runs its clock. */
  runAt: (now: Date, host?: Host) => Promise<Ran>;
  /** The lines in which each of these people's notices speak of the wish, the newest day first, by who. */
  toldOf: (wishId: string) => Promise<Record<string, string[]>>;
}

export const TOWN_NOW = new Date('2026-03-02T02:00:00Z');

/** Both groups have said why they recommend nobody: the calendar of 典型代表 has nothing to say before the 25th. */
async function namedNobody(month: string): Promise<void> {
  const silent = { month, year: month.slice(0, 4), status: 'none', title: '', text: '', rev: 1 } as const;
  await (
    await models.models()
  ).insertMany(
    [river, hill].map(({ _id: groupId }) => ({
      ...silent,
      _id: modelId(month, groupId),
      groupId,
      photos: [],
      timeline: [],
    })),
  );
}

export async function aClockTown(others: readonly Area[] = []): Promise<ClockTown> {
  const functions = await startFunctions([account, clock, notice, wish, ...others], { now: TOWN_NOW });
  await aTown(functions);
  await namedNobody('2026-02');
  const cast = { ...(await aCast(functions)), leader: await signInAs(functions, 'liaison', 'g1-leader') };
  const tokenOf = ({ accountId }: Person): string => functions.host.issueToken(accountId);
  const linesOf = async (person: Person, wishId: string): Promise<string[]> => {
    const { items } = await functions.call('notice.list', { limit: 50 }, tokenOf(person));
    return items
      .flatMap((one) => [one, ...(one.items ?? [])])
      .flatMap((one) => (one.wishId === wishId ? one.text : []));
  };
  return {
    ...functions,
    cast,
    tokenOf,
    runAt(now, host = functions.host) {
      functions.clock.now = now;
      return runJobs(now, host);
    },
    async toldOf(wishId) {
      const told: Record<string, string[]> = {};
      for (const [who, person] of Object.entries(cast)) {
        const lines = await linesOf(person, wishId);
        if (lines.length > 0) told[who] = lines;
      }
      return told;
    },
  };
}
