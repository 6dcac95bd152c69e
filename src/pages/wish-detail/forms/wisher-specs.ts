/** What the wisher says about their own wish, and what is said in their place. */
import type { WishView } from '../../../../contract/wish-views';
import { isOwnWish } from '../../../features/wish/wish-acts';
import { call } from '../../../platform/call';
import { actSpec } from '../../../features/act/act-spec';

export const supply = ({ reason }: WishView) =>
  actSpec({
    about: reason ? `联络员想问：${reason}` : undefined,
    fields: {
      note: { kind: 'words', label: '补充说明', placeholder: '把联络员问的情况写在这里。', maxLength: 300 },
    },
    withPhotos: true,
    submitText: '交给联络员',
    send: (id, values, photos) => call('wish.supply', { id, ...values, photos }),
  });

export const withdraw = ({ mine }: WishView) =>
  actSpec({
    about: mine ? undefined : '只在心愿人自己提出时使用，请写明是谁、怎样提出的。',
    fields: {
      reason: {
        kind: 'words',
        label: '为什么撤回',
        hint: '撤回后这个心愿就不再办理，也不能恢复。',
        placeholder: '例如：已经自己解决了。',
        maxLength: 200,
      },
    },
    submitText: '确定撤回',
    danger: true,
    send: (id, values) => call('wish.withdraw', { id, ...values }),
  });

/** `untrue` is the presidium's finding, and takes points back. */
export function reopen(wish: WishView, isPresidium: boolean) {
  const reason = {
    kind: 'words',
    label: isOwnWish(wish) && wish.status === 'closed' ? '哪里没有办好' : '为什么重新办理',
    placeholder: wish.status === 'closed' ? '例如：路灯修好三天又坏了。' : '例如：现在有条件办了。',
    maxLength: 200,
  } as const;
  const about = '心愿会退回去接着办，时间是原来的一半。';
  if (!isPresidium) {
    return actSpec({
      about,
      fields: { reason },
      submitText: '重新办理',
      send: (id, values) => call('wish.reopen', { id, ...values }),
    });
  }
  const untrue = {
    kind: 'flag',
    label: '查实所报情况不实',
    hint: '选“是”会冲销这件心愿已记的积分。',
    optional: true,
  } as const;
  return actSpec({
    about,
    fields: { reason, untrue },
    submitText: '重新办理',
    danger: true,
    send: (id, values) => call('wish.reopen', { id, ...values }),
  });
}
