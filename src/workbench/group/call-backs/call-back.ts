/** What one tap on a call-back records. */
import type { Output } from '../../../../contract/contract';
import type { ContactWay } from '../../../../domain/wish';
import { call } from '../../../platform/call';

export type Task = Output<'wish.queue'>['items'][number];
export type CallBackKind = 'callBack' | 'callBackMerged' | 'followUp';

export interface Recording {
  taskId: string;
  /** What is being recorded, to be read before it is sent. */
  text: string;
  send: () => Promise<unknown>;
}

export const solvedAndSatisfied = ({ id, wishId, code }: Task, kind: CallBackKind, way: ContactWay): Recording => ({
  taskId: id,
  text: kind === 'followUp' ? `${code}：还好用` : `${code}：已解决、满意`,
  send: () =>
    kind === 'followUp'
      ? call('wish.followUp', { id: wishId, way, resolved: 'yes' })
      : call('wish.rate', { id: wishId, rating: 'satisfied', resolved: 'yes', way }),
});

export const notReached = ({ id, wishId, code }: Task, way: ContactWay): Recording => ({
  taskId: id,
  text: `${code}：${way === 'visit' ? '家里没人' : '没有接通'}`,
  send: () => call('wish.callBack', { id: wishId, way, outcome: 'noAnswer' }),
});
