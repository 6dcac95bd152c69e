/** settings: the town's own name and words, one document. */
import type { Term } from '../../domain/dossier';
import { dueSpans, type DueSpans } from '../../domain/due';
import { timerSteps, type TimerRules } from '../../domain/wish-timers';
import { collection } from './database';

export interface TownSettings {
  /** 例：长江镇 */
  town: string;
  /** Letters before a wish's number, CJ in CJ-2026-0160. */
  codePrefix: string;
  /** 主题实践活动's name. */
  campaign: string;
  /** Shanghai days 'YYYY-MM-DD' that are off or worked on, beside the public holiday table. */
  daysOff?: string[];
  daysOn?: string[];
  /** The town's own steps for some timers (domain/wish-timers), and its own due spans (domain/due). */
  timers?: Partial<TimerRules>;
  dueSpans?: Partial<DueSpans>;
  /** Raised with every change of `timers`: the clock then plans every wish anew. */
  timersVersion?: number;
  /** How many wishes one representative may have in hand (practice T7). */
  claimLimit?: number;
  /** How often the same person may be 月度典型代表 in a year (domain/model). */
  modelsAYear?: number;
  /** 届: what a dossier of a term and the hand-over package may be made of. */
  terms?: Term[];
}

type SettingsDoc = TownSettings & { _id: 'town' };

const settings = collection<SettingsDoc>('settings', []);

const unnamed: TownSettings = { town: '本镇', codePrefix: 'XY', campaign: '为民服务我先行' };

export async function get(): Promise<TownSettings> {
  const found = await (await settings()).findOne({ _id: 'town' });
  return found ?? unnamed;
}

export async function save(town: TownSettings): Promise<void> {
  await (await settings()).replaceOne({ _id: 'town' }, town, { upsert: true });
}

export interface TimerSettings {
  version: number;
  timers: TimerRules;
}

/** The default steps with the town's own in their place. */
export async function timers(): Promise<TimerSettings> {
  const { timers: own = {}, timersVersion = 1 } = await get();
  return { version: timersVersion, timers: { ...timerSteps, ...own } };
}

export async function spans(): Promise<DueSpans> {
  const { dueSpans: own = {} } = await get();
  return { ...dueSpans, ...own };
}

const DEFAULT_CLAIM_LIMIT = 5;

export const claimLimit = async (): Promise<number> => (await get()).claimLimit ?? DEFAULT_CLAIM_LIMIT;
