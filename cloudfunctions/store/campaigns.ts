/** campaigns: 主题实践活动; wishes, posts and duties are filed under one. */
import { collection, type Tx } from './database';

export interface CampaignDoc {
  _id: string;
  name: string;
  /** Shanghai days 'YYYY-MM-DD', both included. */
  from: string;
  until: string;
  themes: string[];
  status: 'draft' | 'running' | 'closed';
  rev: number;
}

export const campaigns = collection<CampaignDoc>('campaigns', [
  { key: { status: 1, from: -1, _id: -1 }, name: 'status' },
]);

/** Those under which something of this Shanghai day may be filed, the newest first. */
export async function runningOn(day: string, tx?: Tx): Promise<CampaignDoc[]> {
  return (await campaigns())
    .find({ status: 'running', from: { $lte: day }, until: { $gte: day } }, tx ? { session: tx } : {})
    .sort({ from: -1, _id: -1 })
    .limit(20)
    .toArray();
}
