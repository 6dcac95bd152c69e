/** settings: the town's own name and words, one document. */
import { collection } from './database';

export interface TownSettings {
  /** 例：长江镇 */
  town: string;
  /** Letters before a wish's number, CJ in CJ-2026-0160. */
  codePrefix: string;
  /** 主题实践活动's name. */
  campaign: string;
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
