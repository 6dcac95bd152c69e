import { orderRoleLabels } from '../../domain/labels';
import { RETURN_WORKING_DAYS, SIGN_IN_WORKING_DAYS } from '../../domain/order';
import { chineseDate } from '../../domain/time';
import type { Paper, PaperRow } from '../kit/paper';
import type { OrderDoc } from '../store/orders';

/** What both papers say of the order and its wish. */
export interface Printed {
  order: OrderDoc;
  town: string;
  department: string;
  /** As a department may read it. */
  content: string;
  reason: string;
  claimer: string;
}

/** Nothing is left blank: who follows a wish without a claimer is the presidium. */
export const headRows = ({ order, department, content, claimer }: Printed): PaperRow[] => [
  {
    cells: [
      { label: `${orderRoleLabels[order.role]}部门` },
      { text: department },
      { label: '心愿编号' },
      { text: order.wishCode },
    ],
  },
  { cells: [{ label: '村（社区）' }, { text: order.village }, { label: '跟踪代表' }, { text: claimer }] },
  { cells: [{ label: '心愿内容' }, { text: content }], lines: 4 },
];

export const SIGNED = '          （盖章）          年    月    日';

/** 交办单, as the presidium hands it over. */
export const orderPaper = (printed: Printed): Paper => {
  const { order, town, reason } = printed;
  const { issuedAt, signBy, returnBy, dueAt } = order;
  return {
    title: [`${town}人大主席团`, '微心愿交办单'],
    number: order.code,
    rows: [
      ...headRows(printed),
      { cells: [{ label: '交办事由' }, { text: reason }], lines: 3 },
      {
        cells: [
          { label: '交办日期' },
          { text: chineseDate(issuedAt) },
          { label: '签收期限' },
          { text: chineseDate(signBy) },
        ],
      },
      {
        cells: [
          { label: '退办期限' },
          { text: chineseDate(returnBy) },
          { label: '答复期限' },
          { text: chineseDate(dueAt) },
        ],
      },
      { cells: [{ label: '签    发' }, { text: '签发人：', right: SIGNED }], lines: 3 },
      { cells: [{ label: '签    收' }, { text: `签收人：`, right: SIGNED }], lines: 3 },
    ],
    notes: [
      `说明：1. 请在 ${SIGN_IN_WORKING_DAYS} 个工作日内签收；不属于本部门职责的，请在 ${RETURN_WORKING_DAYS} 个工作日内说明理由，连同建议承办的部门一并退回。`,
      '2. 不能按期答复的，请在期限前书面申请延期，以一次为限。',
      '3. 办前、办中、办后请与心愿人或跟踪代表见面沟通，联系方式由跟踪代表转达。',
    ],
  };
};
