/** What 组长、联络员 and 主席团 decide about a wish. */
import type { WishView } from '../../../../contract/wish-views';
import { closeClassLabels, contactWayLabels, resolutionLabels } from '../../../../domain/labels';
import { addDays, shanghaiDay } from '../../../../domain/time';
import { contactWays, resolutions } from '../../../../domain/wish';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { actSpec, optionsOf } from '../../../features/act/act-spec';
import { resumeDays } from './resume-days';

/** What ends unsolved, and how that may be told: in person. */
const hardClasses = ['C', 'D'] as const;
const tellingWays = ['phone', 'visit'] as const;

const reasonOf = (label: string, placeholder: string) =>
  ({ kind: 'words', label, placeholder, maxLength: 200 }) as const;

const pauseAsked = ({ pauseRequest }: WishView): string | undefined =>
  pauseRequest && `${pauseRequest.who}申请暂缓到${dayText(pauseRequest.resumeOn)}：${pauseRequest.reason}`;

export const refuseHelp = ({ helpRequest }: WishView) =>
  actSpec({
    about: helpRequest && `代表的申请：${helpRequest.reason}`,
    fields: { reason: reasonOf('为什么不交办', '例如：村里就能办，请先找村委会。') },
    submitText: '不予交办',
    send: (id, values) => call('wish.refuseHelp', { id, ...values }),
  });

/** Agrees to what the claimer asked for, or pauses on its own reason. */
export function pause(wish: WishView) {
  const about = pauseAsked(wish);
  const day = {
    kind: 'day',
    label: '哪一天恢复办理',
    hint: '90 天以内，到时自动恢复',
    ...resumeDays(new Date()),
  } as const;
  const { pauseRequest } = wish;
  if (pauseRequest) {
    return actSpec({
      about,
      fields: {
        resumeOn: { ...day, initial: shanghaiDay(new Date(pauseRequest.resumeOn)) },
        reason: { ...reasonOf('补充说明', '没有就不填'), optional: true },
      },
      submitText: '同意暂缓',
      send: (id, values) => call('wish.pause', { id, ...values }),
    });
  }
  return actSpec({
    fields: { reason: reasonOf('为什么暂缓', '例如：要等雨季过了才能动工。'), resumeOn: day },
    submitText: '暂缓办理',
    send: (id, values) => call('wish.pause', { id, ...values }),
  });
}

export const refusePause = (wish: WishView) =>
  actSpec({
    about: pauseAsked(wish),
    fields: { reason: reasonOf('为什么不同意', '例如：可以先把安全隐患处理掉，请接着办。') },
    submitText: '不同意暂缓',
    send: (id, values) => call('wish.refusePause', { id, ...values }),
  });

export const urge = () =>
  actSpec({
    about: '会通知现在的经办人，并记在办理经过里。',
    fields: { note: { ...reasonOf('催办内容', '例如：请本周内联系心愿人，并登记进展。'), optional: true } },
    submitText: '确认催办',
    send: (id, values) => call('wish.urge', { id, ...values }),
  });

export const answer = () =>
  actSpec({
    about: '请先当面或在电话里向心愿人说明。心愿不再办理，在心愿墙上单独列为“暂难解决”，不算办结。',
    fields: {
      closeClass: {
        kind: 'choice',
        label: '属于哪一种',
        options: optionsOf(hardClasses, closeClassLabels),
      },
      explanation: {
        kind: 'words',
        label: '向心愿人说明的内容',
        hint: '大家都能看到，请写得好懂。',
        placeholder: '例如：这条路已列入明年的修缮计划，今年先把大坑填平。',
        maxLength: 500,
      },
      way: { kind: 'choice', label: '怎样告知的', options: optionsOf(tellingWays, contactWayLabels) },
      followUpOn: {
        kind: 'day',
        label: '哪一天再看',
        hint: '列入计划的，到那一天会提醒主席团跟进。',
        optional: true,
        when: ({ closeClass }) => closeClass === 'C',
        from: shanghaiDay(addDays(new Date(), 1)),
        to: shanghaiDay(addDays(new Date(), 3 * 366)),
      },
    },
    submitText: '登记为暂难解决',
    danger: true,
    send: (id, values) => call('wish.answer', { id, ...values }),
  });

export const followUp = () =>
  actSpec({
    about: '设施类心愿办结 28 天后再问一次还好不好用。没有解决的，会重新办理。',
    fields: {
      way: { kind: 'choice', label: '怎样回访的', options: optionsOf(contactWays, contactWayLabels) },
      resolved: { kind: 'choice', label: '事情解决了吗', options: optionsOf(resolutions, resolutionLabels) },
      comment: { kind: 'words', label: '心愿人说的话', optional: true, placeholder: '照原话记', maxLength: 200 },
    },
    submitText: '登记二次回访',
    send: (id, values) => call('wish.followUp', { id, ...values }),
  });

export const hide = () =>
  actSpec({
    about: '隐藏后，心愿墙上不再显示，办理照常进行。理由只给办理的人看。',
    fields: { reason: reasonOf('为什么隐藏', '例如：内容里有别人的隐私。') },
    submitText: '隐藏这个心愿',
    danger: true,
    send: (id, values) => call('wish.hide', { id, ...values }),
  });

export const unhide = () =>
  actSpec({
    fields: { reason: reasonOf('为什么恢复显示', '例如：隐私内容已经处理。') },
    submitText: '恢复显示',
    send: (id, values) => call('wish.unhide', { id, ...values }),
  });
