import { useState } from 'react';
import type { WishView } from '../../../contract/wish';
import type { NoticeContent } from '../../components/notice';
import { CallError, messageOf } from '../../platform/call-error';
import { scrollToTop } from '../../platform/scroll-to';

const done = {
  claim: '认领成功。请在 48 小时内联系心愿人，电话在下面“心愿人的联系方式”里看。',
  release: '已退回，这个心愿重新等待认领。',
  progress: '进展已登记，心愿人能看到。',
  fulfil: '已办结，正等心愿人评价。',
  rate: '评价已登记，谢谢您。',
  supply: '已补充，联络员会再看一次。',
  withdraw: '心愿已撤回。',
} as const;

export type Done = keyof typeof done;

/** Sends an act; answers the refusal that its form must show itself, null when the act is settled either way. */
export type DoAct = (what: Done, send: () => Promise<{ wish: WishView }>) => Promise<unknown>;

interface Options {
  onChanged: (wish: WishView) => void;
  onReload: () => Promise<void>;
}

/** Says at the top of the page how an act went; one that came too late shows the page anew. */
export function useAct({ onChanged, onReload }: Options): { notice: NoticeContent | null; act: DoAct } {
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
  return { notice, act };
}
