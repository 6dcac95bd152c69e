/** What representatives say and do for a wish: its claimer, and those who help. */
import type { WishView } from '../../../../contract/wish-views';
import { contactWayLabels, helperPartLabels } from '../../../../domain/labels';
import { contactWays, helperParts } from '../../../../domain/wish';
import { call } from '../../../platform/call';
import { actSpec, optionsOf } from '../../../features/act/act-spec';
import { resumeDays } from './resume-days';

export const contact = () =>
  actSpec({
    fields: {
      way: { kind: 'choice', label: '怎样联系的', options: optionsOf(contactWays, contactWayLabels) },
      note: {
        kind: 'words',
        label: '联系情况',
        placeholder: '例如：电话里问清了，路灯在桥头，约好周三上门看。',
        maxLength: 500,
      },
    },
    withPhotos: true,
    submitText: '登记首次联系',
    send: (id, values, photos) => call('wish.contact', { id, ...values, photos }),
  });

export const progress = () =>
  actSpec({
    fields: {
      note: {
        kind: 'words',
        label: '办到哪一步了',
        placeholder: '例如：今天上门看过，已联系电工，周五来修。',
        maxLength: 500,
      },
    },
    withPhotos: true,
    submitText: '登记进展',
    send: (id, values, photos) => call('wish.progress', { id, ...values, photos }),
  });

export const release = () =>
  actSpec({
    fields: {
      reason: {
        kind: 'words',
        label: '为什么退回',
        hint: '退回后，其他代表可以再认领。原因会留在办理经过里。',
        placeholder: '例如：需要供电部门协助，我一个人办不了。',
        maxLength: 200,
      },
    },
    submitText: '退回认领',
    danger: true,
    send: (id, values) => call('wish.release', { id, ...values }),
  });

export const decline = () =>
  actSpec({
    about: '指派只能谢绝一次，24 小时内有效。谢绝以后，由组长另外安排代表。',
    fields: {
      reason: {
        kind: 'words',
        label: '为什么谢绝',
        placeholder: '例如：这两周出差在外，赶不回来。',
        maxLength: 200,
      },
    },
    submitText: '谢绝指派',
    danger: true,
    send: (id, values) => call('wish.decline', { id, ...values }),
  });

export const join = ({ claimer }: WishView) =>
  actSpec({
    about: claimer ? `这个心愿由${claimer.name}代表负责办结，您承担其中一部分，各人做的都会记下来。` : undefined,
    fields: {
      part: { kind: 'choice', label: '承担哪一部分', options: optionsOf(helperParts, helperPartLabels) },
      note: { kind: 'words', label: '具体做什么', placeholder: '例如：出一台旧洗衣机，周末送到。', maxLength: 100 },
    },
    submitText: '参与合力',
    send: (id, values) => call('wish.join', { id, ...values }),
  });

/** A helper leaves; the claimer or a leader says who of the helpers does. */
export function leave({ helpers }: WishView, representativeId: string | undefined) {
  const reason = {
    kind: 'words',
    label: '原因',
    placeholder: '例如：答应的那一部分已经做完了。',
    maxLength: 200,
  } as const;
  if (helpers.some(({ id }) => id === representativeId)) {
    return actSpec({
      fields: { reason },
      submitText: '退出合力',
      danger: true,
      send: (id, values) => call('wish.leave', { id, ...values }),
    });
  }
  const options = helpers.map(({ id, name, part }) => ({ value: id, label: `${name}（${helperPartLabels[part]}）` }));
  return actSpec({
    fields: { representativeId: { kind: 'choice', label: '请哪位代表退出', options }, reason },
    submitText: '调出合力代表',
    danger: true,
    send: (id, values) => call('wish.leave', { id, ...values }),
  });
}

export const askHelp = () =>
  actSpec({
    about: '申请交给镇人大主席团。主席团会交办给部门，或者告诉您为什么不能交办；您继续跟踪这个心愿。',
    fields: {
      reason: {
        kind: 'words',
        label: '为什么需要部门',
        placeholder: '例如：线路属于市政管养，个人不能动，需要建设局派人来修。',
        maxLength: 300,
      },
    },
    submitText: '申请部门协办',
    send: (id, values) => call('wish.askHelp', { id, ...values }),
  });

export const askPause = () =>
  actSpec({
    about: '由组长或主席团答复。同意以后不计办理时间，到那一天自动恢复办理。',
    fields: {
      reason: {
        kind: 'words',
        label: '为什么要暂缓',
        placeholder: '例如：要等雨季过了才能动工。',
        maxLength: 200,
      },
      resumeOn: { kind: 'day', label: '哪一天恢复办理', hint: '90 天以内', ...resumeDays(new Date()) },
    },
    submitText: '申请暂缓',
    send: (id, values) => call('wish.askPause', { id, ...values }),
  });

export const resume = ({ resumeOn }: WishView) =>
  actSpec({
    about: resumeOn ? '现在恢复，不用等到约定的那一天；剩下的办理时间接着算。' : undefined,
    fields: {
      note: {
        kind: 'words',
        label: '说明',
        optional: true,
        placeholder: '例如：天晴了，明天就能动工。',
        maxLength: 200,
      },
    },
    submitText: '恢复办理',
    send: (id, values) => call('wish.resume', { id, ...values }),
  });
