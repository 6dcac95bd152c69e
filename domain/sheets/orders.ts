/** ② 交办督办台账: one row for each order, the lead's (主办) and the helpers' (协办). */
import { closeClassLabels, meetingStageLabels, orderStatusLabels, ratingLabels } from '../labels';
import type { MeetingStage, Order } from '../order';
import { shanghaiDay } from '../time';
import type { Rating } from '../wish';
import type { SheetColumn } from './sheet';

export interface OrderRow {
  number: number;
  order: Pick<Order, 'role' | 'status' | 'issuedAt' | 'dueAt' | 'extension' | 'rating' | 'redoCount' | 'answer'> & {
    code: string;
    wishCode: string;
    village: string;
    reason: string;
    acceptedAt?: Date;
    urges: number;
    meetings: readonly { stage: MeetingStage; at: Date; note: string }[];
  };
  department: string;
  wish: { rating?: Rating; comment?: string };
}

const extended = ({ order: { extension } }: OrderRow): string | null =>
  extension?.state === 'granted' ? `延期 ${extension.days} 个工作日` : null;

const met = ({ order: { meetings } }: OrderRow): string =>
  meetings.map(({ stage, at, note }) => `${meetingStageLabels[stage]} ${shanghaiDay(at)} ${note}`).join('；');

const answerClass = ({ order: { answer } }: OrderRow): string | null =>
  answer ? `${answer.closeClass} ${closeClassLabels[answer.closeClass]}` : null;

const ratedAs = (rating: Rating | undefined): string | null => (rating ? ratingLabels[rating] : null);

const wisherSays = ({ wish: { rating, comment } }: OrderRow): string =>
  [...(rating ? [ratingLabels[rating]] : []), ...(comment === undefined ? [] : [comment])].join('：');

export const orderColumns: readonly SheetColumn<OrderRow>[] = [
  { title: '序号', width: 6, shown: 'open', value: ({ number }) => number },
  { title: '交办单号', width: 18, shown: 'open', value: ({ order }) => order.code },
  { title: '心愿编号', width: 15, shown: 'open', value: ({ order }) => order.wishCode },
  { title: '村(社区)', width: 12, shown: 'open', value: ({ order }) => order.village },
  {
    title: '主办部门',
    width: 16,
    shown: 'open',
    value: ({ order, department }) => (order.role === 'lead' ? department : null),
  },
  {
    title: '协办部门',
    width: 16,
    shown: 'open',
    value: ({ order, department }) => (order.role === 'helper' ? department : null),
  },
  { title: '交办事由', width: 30, wraps: true, shown: 'internal', value: ({ order }) => order.reason },
  { title: '交办日期', width: 12, isDate: true, shown: 'open', value: ({ order }) => order.issuedAt },
  { title: '签收日期', width: 12, isDate: true, shown: 'open', value: ({ order }) => order.acceptedAt ?? null },
  { title: '应答复日期', width: 12, isDate: true, shown: 'open', value: ({ order }) => order.dueAt },
  { title: '答复日期', width: 12, isDate: true, shown: 'open', value: ({ order }) => order.answer?.at ?? null },
  { title: '延期', width: 16, shown: 'open', value: extended },
  { title: '答复类别', width: 18, shown: 'open', value: answerClass },
  { title: '答复内容', width: 36, wraps: true, shown: 'internal', value: ({ order }) => order.answer?.text ?? null },
  { title: '面商情况', width: 30, wraps: true, shown: 'internal', value: met },
  { title: '代表意见', width: 12, shown: 'open', value: ({ order }) => ratedAs(order.rating) },
  {
    title: '群众意见',
    width: 24,
    wraps: true,
    shown: 'masked',
    value: wisherSays,
    masked: ({ wish }) => ratedAs(wish.rating),
  },
  { title: '是否重办', width: 10, shown: 'open', value: ({ order }) => (order.redoCount > 0 ? '是' : '否') },
  { title: '督办次数', width: 10, shown: 'open', value: ({ order }) => order.urges },
  { title: '办理状态', width: 10, shown: 'open', value: ({ order }) => orderStatusLabels[order.status] },
];
