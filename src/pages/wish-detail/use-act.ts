import { useState } from 'react';
import type { WishView } from '../../../contract/wish-views';
import type { NoticeContent } from '../../components/notice';
import type { Act } from '../../features/wish/wish-acts';
import { CallError, messageOf } from '../../platform/call-error';
import { scrollToTop } from '../../platform/scroll-to';

/** Done on this page: reviewing and showing have pages of their own, an order its own form. */
export type Done = Exclude<Act, 'review' | 'post' | 'issue'>;

const done = {
  claim: '认领成功。请在 48 小时内联系心愿人，电话在下面“心愿人的联系方式”里看。',
  assign: '已指派，代表会收到通知，24 小时内可以谢绝一次。',
  decline: '已谢绝，组长会另外安排代表。',
  contact: '首次联系已登记。',
  release: '已退回，这个心愿重新等待认领。',
  progress: '进展已登记，心愿人能看到。',
  join: '您已参与合力办理。',
  leave: '已登记，合力代表有变动。',
  askHelp: '已向主席团申请部门协办，请等答复。',
  refuseHelp: '已答复代表，暂不交办。',
  askPause: '已申请暂缓，请等组长或主席团答复。',
  pause: '已暂缓，到约定的那一天自动恢复办理。',
  refusePause: '已答复代表，不同意暂缓。',
  resume: '已恢复办理。',
  fulfil: '已办结，正等心愿人评价。',
  rate: '评价已登记，谢谢您。',
  callBack: '这次回访已登记。',
  followUp: '二次回访已登记。',
  reopen: '已重新办理。',
  answer: '已登记为暂难解决，心愿人能看到说明。',
  urge: '已催办，经办人会收到通知。',
  hide: '已隐藏，心愿墙上不再显示。',
  unhide: '已恢复显示。',
  file: '已改好归入的活动。',
  supply: '已补充，联络员会再看一次。',
  withdraw: '心愿已撤回。',
} as const satisfies Record<Done, string>;

/** Sends an act; answers the refusal that its form must show itself, null when the act is settled either way. */
export type DoAct = (what: Done, send: () => Promise<{ wish: WishView }>) => Promise<unknown>;

interface Options {
  onChanged: (wish: WishView) => void;
  onReload: () => Promise<void>;
}

interface Acting {
  notice: NoticeContent | null;
  act: DoAct;
  /** For what another form has done: says it, and shows the page anew. */
  announce: (text: string) => Promise<void>;
}

/** Says at the top of the page how an act went; one that came too late shows the page anew. */
export function useAct({ onChanged, onReload }: Options): Acting {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const say = (next: NoticeContent) => {
    setNotice(next);
    scrollToTop();
  };

  const act: DoAct = async (what, send) => {
    setNotice(null);
    try {
      const { wish } = await send();
      onChanged(wish);
      say({ tone: 'good', text: done[what] });
      return null;
    } catch (error) {
      const isLate = error instanceof CallError && ['ALREADY_CLAIMED', 'WRONG_STATE'].includes(error.code);
      // A claim has no form to show its refusal in.
      if (!isLate && what !== 'claim') return error;
      say({ tone: 'bad', text: messageOf(error) });
      if (isLate) await onReload();
      return null;
    }
  };
  const announce = async (text: string) => {
    say({ tone: 'good', text });
    await onReload();
  };
  return { notice, act, announce };
}
