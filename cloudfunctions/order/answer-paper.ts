import { closeClassLabels, meetingStageLabels, ratingLabels } from '../../domain/labels';
import { meetingStages } from '../../domain/order';
import { chineseDate } from '../../domain/time';
import { closeClasses, ratings } from '../../domain/wish';
import type { Paper } from '../kit/paper';
import type { OrderDoc } from '../store/orders';
import { headRows, SIGNED, type Printed } from './order-paper';

const tick = (isSo: boolean): string => (isSo ? '☑' : '□');

/** Each of 三次见面 with its days, or a place to write them in. */
const meetingsOf = ({ meetings }: OrderDoc): string =>
  meetingStages
    .map((stage) => {
      const held = meetings.filter((meeting) => meeting.stage === stage);
      const said = held.map(({ at, note }) => `${chineseDate(at)}，${note}`).join('；');
      return `${meetingStageLabels[stage]}：${said === '' ? '        年    月    日' : said}`;
    })
    .join('\n');

const OPINION = ratings.map((rating) => `□ ${ratingLabels[rating]}`).join('    ');
const SIGNATURE = '签名：                    年    月    日';

/** 答复单, for the signatures of the department, the representative and the people. */
export const answerPaper = (printed: Printed, answer: NonNullable<OrderDoc['answer']>): Paper => ({
  title: [`${printed.town}人大主席团`, '微心愿交办事项答复单'],
  number: printed.order.code,
  rows: [
    ...headRows(printed),
    { cells: [{ label: '答复内容' }, { text: answer.text }], lines: 5 },
    {
      cells: [
        { label: '答复类别' },
        {
          text: closeClasses
            .map((code) => `${tick(code === answer.closeClass)} ${code} ${closeClassLabels[code]}`)
            .join('  '),
        },
      ],
    },
    { cells: [{ label: '答复日期' }, { text: chineseDate(answer.at) }, { label: '承 办 人' }, { text: answer.who }] },
    { cells: [{ label: '三次见面' }, { text: meetingsOf(printed.order) }], lines: 3 },
    { cells: [{ label: '面商情况' }, { text: '' }], lines: 3 },
    { cells: [{ label: '代表意见' }, { text: OPINION, right: SIGNATURE }], lines: 2 },
    { cells: [{ label: '群众意见' }, { text: OPINION, right: SIGNATURE }], lines: 2 },
    { cells: [{ label: '承办部门' }, { text: '负责人：', right: SIGNED }], lines: 3 },
  ],
  notes: [
    '答复类别：A 已解决；B 正在解决，已写明措施和时间；C 列入计划，已写明措施和时间；D 因条件限制暂难解决，已作解释。',
  ],
});
