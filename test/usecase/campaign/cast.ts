/** A town in November 2026 in which campaigns run, for the tests of this area. */
import type { Input } from '../../../contract/contract';
import type { CampaignView } from '../../../contract/campaign-view';
import { account } from '../../../cloudfunctions/account/use-cases';
import { campaign } from '../../../cloudfunctions/campaign/use-cases';
import { runJobs } from '../../../cloudfunctions/clock/run-jobs';
import { duty } from '../../../cloudfunctions/duty/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { post } from '../../../cloudfunctions/post/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast, type Person } from '../../support/town';

export const at = (time: string): Date => new Date(`${time}+08:00`);

export interface CampaignTown extends Functions {
  cast: Cast;
  tokenOf: (person: Person) => string;
  aDraft: (set?: Partial<Input<'campaign.save'>>) => Promise<CampaignView>;
  aRunning: (set?: Partial<Input<'campaign.save'>>) => Promise<CampaignView>;
  seen: (id: string, person?: Person) => Promise<CampaignView>;
  told: (person: Person) => Promise<string[]>;
  runClock: (time: string) => Promise<number>;
}

export async function aCampaignTown(): Promise<CampaignTown> {
  const functions = await startFunctions([account, campaign, duty, notice, points, post, wish], {
    now: at('2026-11-16T09:00:00'),
  });
  await aTown(functions);
  const cast = await aCast(functions);
  const { call, clock, host } = functions;
  // Nobody's session outlives a test's months.
  const tokenOf = ({ accountId }: Person): string => host.issueToken(accountId);
  const aDraft: CampaignTown['aDraft'] = async (set = {}) => {
    const plan = {
      name: `为民服务我先行${newId().slice(0, 4)}`,
      from: '2026-11-01',
      until: '2026-12-31',
      themes: ['为民服务我先行', '助推发展我出力'],
      intro: '走村入户听民声',
      notice: '请全体代表积极参加，走访群众，办好实事。',
      clientToken: newId(),
    };
    return (await call('campaign.save', { ...plan, ...set }, tokenOf(cast.presidium))).campaign;
  };
  return {
    ...functions,
    ...{ cast, tokenOf, aDraft },
    async aRunning(set) {
      const { id } = await aDraft(set);
      return (await call('campaign.publish', { id }, tokenOf(cast.presidium))).campaign;
    },
    async seen(id, person) {
      return (await call('campaign.get', { id }, person && tokenOf(person))).campaign;
    },
    async told(person) {
      const { items } = await call('notice.list', { limit: 50 }, tokenOf(person));
      return items.flatMap((one) => [one, ...(one.items ?? [])]).flatMap(({ text }) => text);
    },
    async runClock(time) {
      clock.now = at(time);
      return (await runJobs(at(time), host)).changed;
    },
  };
}
