/** What can be done with a group's month: what each act asks, says and calls. */
import type { ModelView } from '../../../../contract/honour';
import { actSpec, type ActSpec } from '../../../features/act/act-spec';
import { call } from '../../../platform/call';

export const modelActLabels = {
  submit: '送组长签字',
  sign: '签字同意',
  publish: '发布',
  sendBack: '退回修改',
  skip: '本月不推荐',
  retract: '撤下更正',
} as const;
export type ModelAct = keyof typeof modelActLabels;

const order = Object.keys(modelActLabels) as ModelAct[];

export const modelActsOf = ({ allowed }: Pick<ModelView, 'allowed'>): ModelAct[] =>
  order.filter((act) => allowed.includes(act));

const main: readonly ModelAct[] = ['submit', 'sign', 'publish', 'sendBack'];

/** What is done every month stands under the thumb; what undoes it, apart. */
export const isMainAct = (act: ModelAct): boolean => main.includes(act);

export const doneTexts = {
  submit: '已送签，组长会收到通知。',
  sign: '已签字，主席团会收到通知。',
  publish: '已发布，全组代表会收到通知。',
  sendBack: '已退回，组长和联络员会收到通知。',
  skip: '已登记本月不推荐。发布以前可以改变主意。',
  retract: '已撤下，改好后可以再次发布。',
  nominate: '已推荐，稿件已按本月的事迹起草，请核对修改后送签。',
  save: '已保存。',
} as const;

interface Confirmed {
  text: string;
  send: (id: string, rev: number) => Promise<{ model: ModelView }>;
}

/** What needs no words, only a second look. */
export const confirmedActs = {
  submit: {
    text: '送签后不能再改，组长退回后才能修改。送签的人不能自己签字。',
    send: (id, rev) => call('honour.submit', { id, rev }),
  },
  sign: {
    text: '签字表示事迹属实、同意推荐，签字后由主席团发布。',
    send: (id, rev) => call('honour.sign', { id, rev }),
  },
  publish: {
    text: '发布后人人都能看到，文中引用的数字就此固定，不再变动。',
    send: (id, rev) => call('honour.publish', { id, rev }),
  },
} as const satisfies Partial<Record<ModelAct, Confirmed>>;
export type ConfirmedAct = keyof typeof confirmedActs;

export const isConfirmed = (act: ModelAct): act is ConfirmedAct => act in confirmedActs;

export type ModelSpec = ActSpec<{ model: ModelView }>;

const reasonOf = (label: string, placeholder: string) =>
  ({ reason: { kind: 'words', label, placeholder, maxLength: 200 } }) as const;

/** `id` is a model's, or of a group's month that has not begun. */
export function specOf(act: Exclude<ModelAct, ConfirmedAct>): ModelSpec {
  switch (act) {
    case 'sendBack':
      return actSpec({
        fields: reasonOf('为什么退回', '例如：请补充轮椅的来源。'),
        submitText: '退回修改',
        send: (id, { reason }) => call('honour.sendBack', { id, reason }),
      });
    case 'skip':
      return actSpec({
        about: '没有合适人选的，写明理由。已经起草的稿件会清空；以后还可以改为推荐。',
        fields: reasonOf('不推荐的理由', '例如：本月集中培训，没有突出事迹。'),
        submitText: '本月不推荐',
        danger: true,
        send: (id, { reason }) => {
          const [month = '', ...group] = id.split(':');
          return call('honour.skip', { month, groupId: group.join(':'), reason });
        },
      });
    case 'retract':
      return actSpec({
        about: '撤下后居民看不到这篇事迹，数字按现在的台账重新计算。',
        fields: reasonOf('为什么撤下', '例如：办结件数需要更正。'),
        submitText: '撤下更正',
        danger: true,
        send: (id, { reason }) => call('honour.retract', { id, reason }),
      });
  }
}
