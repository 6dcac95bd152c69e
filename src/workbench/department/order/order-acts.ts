/** What can be done with an order: which acts are offered, what each asks for, and the call it makes. */
import type { OrderView } from '../../../../contract/order';
import { closeClassLabels, meetingStageLabels, ratingLabels } from '../../../../domain/labels';
import { MOST_DUE_WORKING_DAYS, meetingStages } from '../../../../domain/order';
import { closeClasses, ratings } from '../../../../domain/wish';
import type { Option } from '../../../components/chips';
import { actSpec, optionsOf, type ActSpec } from '../../../features/act/act-spec';
import { call } from '../../../platform/call';

export const orderActLabels = {
  accept: '签收',
  answer: '答复',
  rate: '评价答复',
  settleReturn: '答复退办申请',
  grantExtension: '同意延期',
  refuseExtension: '不同意延期',
  meet: '登记见面',
  extend: '申请延期',
  return: '申请退办',
  urge: '督办',
  file: '归档',
  cancel: '撤销交办',
} as const;
export type OrderAct = keyof typeof orderActLabels;

const done = {
  accept: '已签收，请在答复期限内办理并答复。',
  answer: '已答复，主席团或跟踪代表会评价。',
  rate: '评价已登记。',
  settleReturn: '退办申请已答复。',
  grantExtension: '已同意延期，答复期限已顺延。',
  refuseExtension: '已答复部门，不同意延期。',
  meet: '见面情况已登记。',
  extend: '已申请延期，请等主席团答复。',
  return: '已申请退办，请等主席团答复。',
  urge: '已督办，部门会收到通知。',
  file: '已归档。',
  cancel: '已撤销这件交办单。',
} as const satisfies Record<OrderAct, string>;

/** What is said once it is done; an answer that was rated may have gone back to the department. */
export const doneText = (act: OrderAct, status?: OrderView['status']): string =>
  act === 'rate' && status === 'accepted' ? '已退回重办，部门会收到通知，答复期限是原来的一半。' : done[act];

const order = Object.keys(orderActLabels) as OrderAct[];

/** The contract's `extend` asks for a department, and consents for the presidium once it has been asked for. */
const isOffered = (act: OrderAct, { allowed, extension }: OrderView): boolean => {
  if (act === 'grantExtension') return allowed.includes('extend') && extension?.state === 'asked';
  if (act === 'extend') return allowed.includes('extend') && extension === undefined;
  return allowed.includes(act);
};

/** What ends an order for good stays out of the thumb's way. */
export const isUndoing = (act: OrderAct): boolean => act === 'cancel';

/** The first of these is the page's main button. */
export const orderActsOf = (view: OrderView): OrderAct[] => order.filter((act) => isOffered(act, view));

interface Confirmed {
  text: string;
  send: (id: string) => Promise<{ order: OrderView }>;
}

const confirmedActs = ['accept', 'grantExtension', 'file'] as const satisfies OrderAct[];
type ConfirmedAct = (typeof confirmedActs)[number];

/** What needs no words, only a second look. */
export const isConfirmed = (act: OrderAct): act is ConfirmedAct => confirmedActs.some((one) => one === act);

export function confirmed(act: ConfirmedAct): Confirmed {
  switch (act) {
    case 'accept':
      return {
        text: '签收后请在答复期限内办理。不归本部门办的，请改用“申请退办”。',
        send: (id) => call('order.accept', { id }),
      };
    case 'grantExtension':
      return {
        text: '答复期限按申请的工作日顺延，一件交办单只能延期一次。',
        send: (id) => call('order.extend', { id }),
      };
    case 'file':
      return { text: '归档后这件交办单就办完了。', send: (id) => call('order.file', { id }) };
  }
}

const reasonOf = (label: string, placeholder: string, maxLength = 300) =>
  ({ kind: 'words', label, placeholder, maxLength }) as const;

const extensionDays = [5, 10, 15, 30].map((days) => ({ value: String(days), label: `${days} 个工作日` }));

const redoOptions = [
  { value: 'no', label: '认可答复' },
  { value: 'redo', label: '退回重办' },
] as const;

const settlements = [
  { value: 'passOn', label: '同意，改交其他部门' },
  { value: 'takeBack', label: '同意，不再交办' },
  { value: 'refuse', label: '不同意退办' },
] as const;

export type OrderSpec = ActSpec<{ order: OrderView }>;

const answerSpec = (): OrderSpec =>
  actSpec({
    fields: {
      text: {
        kind: 'words',
        label: '答复内容',
        hint: '写明采取了什么措施、什么时候办好；正在解决或列入计划的，写明时间。',
        placeholder: '例如：已更换损坏的线路和灯头，11 月 20 日晚试亮正常。',
        maxLength: 1000,
      },
      closeClass: {
        kind: 'choice',
        label: '答复类别',
        options: closeClasses.map((value) => ({ value, label: `${value} ${closeClassLabels[value]}` })),
      },
    },
    submitText: '提交答复',
    send: (id, values) => call('order.answer', { id, ...values }),
  });

const rateSpec = (): OrderSpec =>
  actSpec({
    fields: {
      rating: { kind: 'choice', label: '对答复满意吗', options: optionsOf(ratings, ratingLabels) },
      redo: {
        kind: 'choice',
        label: '是否退回重办',
        hint: '不满意的一律退回重办，期限是原来的一半。',
        options: redoOptions,
        optional: true,
        when: ({ rating }) => rating !== undefined && rating !== '' && rating !== 'unsatisfied',
      },
      reason: {
        ...reasonOf('意见', '例如：灯亮了，灯杆还是歪的。'),
        hint: '退回重办的，写明哪里没有办好，部门会看到。',
        optional: true,
        neededWhen: ({ rating, redo }) => rating === 'unsatisfied' || redo === 'redo',
      },
    },
    submitText: '登记评价',
    send: (id, { redo, ...values }) => call('order.rate', { id, ...values, redo: redo === 'redo' }),
  });

const settleReturnSpec = ({ returnRequest }: OrderView, departments: readonly Option<string>[]): OrderSpec =>
  actSpec({
    about:
      returnRequest &&
      [returnRequest.reason, returnRequest.suggest && `建议：${returnRequest.suggest}`].filter(Boolean).join('；'),
    fields: {
      settlement: {
        kind: 'choice',
        label: '怎样答复',
        hint: '不再交办的，没有别的主办部门时心愿交还跟踪代表。不同意的，部门重新签收办理。',
        options: settlements,
      },
      departmentId: {
        kind: 'select',
        label: '改交给哪个部门',
        options: departments,
        optional: true,
        when: ({ settlement }) => settlement === 'passOn',
      },
      reason: {
        ...reasonOf('不同意的理由', '例如：这段路灯在贵局管养的清单上。'),
        optional: true,
        when: ({ settlement }) => settlement === 'refuse',
      },
    },
    submitText: '答复',
    send: (id, { settlement, ...values }) =>
      call('order.settleReturn', { id, agree: settlement !== 'refuse', ...values }),
  });

const returnSpec = (departments: readonly Option<string>[]): OrderSpec =>
  actSpec({
    about: '交办 3 个工作日内可以申请退办，主席团同意后生效。',
    fields: {
      reason: reasonOf('为什么退办', '例如：这段路灯归公路站管养。'),
      suggestDepartmentId: {
        kind: 'select',
        label: '应该由哪个部门办',
        options: departments,
        optional: true,
      },
    },
    submitText: '申请退办',
    danger: true,
    send: (id, values) => call('order.return', { id, ...values }),
  });

const extendSpec = (): OrderSpec =>
  actSpec({
    about: `一件交办单只能延期一次，最多 ${MOST_DUE_WORKING_DAYS} 个工作日。`,
    fields: {
      days: { kind: 'choice', label: '延期多久', options: extensionDays },
      reason: reasonOf('为什么延期', '例如：灯具要订货，下月初到。'),
    },
    submitText: '申请延期',
    send: (id, { days, reason }) => call('order.extend', { id, days: Number(days), reason }),
  });

const meetSpec = (): OrderSpec =>
  actSpec({
    fields: {
      stage: { kind: 'choice', label: '哪一次见面', options: optionsOf(meetingStages, meetingStageLabels) },
      note: reasonOf('见面情况', '例如：与跟踪代表到现场看过，商定换两盏。'),
    },
    submitText: '登记见面',
    send: (id, values) => call('order.meet', { id, ...values }),
  });

/** `departments` are those that the order may go to instead. */
export function specOf(
  act: Exclude<OrderAct, ConfirmedAct>,
  view: OrderView,
  departments: readonly Option<string>[],
): OrderSpec {
  switch (act) {
    case 'answer':
      return answerSpec();
    case 'rate':
      return rateSpec();
    case 'settleReturn':
      return settleReturnSpec(view, departments);
    case 'return':
      return returnSpec(departments);
    case 'extend':
      return extendSpec();
    case 'meet':
      return meetSpec();
    case 'refuseExtension':
      return actSpec({
        about: view.extension && `申请延期 ${view.extension.days} 个工作日：${view.extension.reason}`,
        fields: { reason: reasonOf('为什么不同意', '例如：群众出行不便，请按期办结。') },
        submitText: '不同意延期',
        send: (id, values) => call('order.refuseExtension', { id, ...values }),
      });
    case 'urge':
      return actSpec({
        fields: { reason: { ...reasonOf('督办内容', '例如：请本周内答复。'), optional: true } },
        submitText: '督办',
        send: (id, values) => call('order.urge', { id, ...values }),
      });
    case 'cancel':
      return actSpec({
        about: '撤销后部门不再办理；没有别的主办部门时，心愿交还跟踪代表或重新待认领。',
        fields: { reason: reasonOf('为什么撤销', '例如：村里已经修好。') },
        submitText: '撤销交办',
        danger: true,
        send: (id, values) => call('order.cancel', { id, ...values }),
      });
  }
}
