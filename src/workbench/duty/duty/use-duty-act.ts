import { useState } from 'react';
import type { DutyView } from '../../../../contract/duty-views';
import type { NoticeContent } from '../../../components/notice';
import { messageOf, toCallError } from '../../../platform/call-error';
import { scrollToTop } from '../../../platform/scroll-to';

/**
 * Does one thing with the duty and says so at the top of the page. Answers null when it is settled either way; what a
 * form must show itself otherwise (`inForm`).
 */
export type DoDutyAct = (done: string, send: () => Promise<{ duty: DutyView }>, inForm?: boolean) => Promise<unknown>;

interface Options {
  onChanged: (duty: DutyView) => void;
  onReload: () => Promise<void>;
}

export function useDutyAct({ onChanged, onReload }: Options): { notice: NoticeContent | null; act: DoDutyAct } {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const act: DoDutyAct = async (done, send, inForm = false) => {
    try {
      const { duty } = await send();
      onChanged(duty);
      setNotice({ tone: 'good', text: done });
    } catch (thrown) {
      const isLate = toCallError(thrown).code === 'WRONG_STATE';
      if (inForm && !isLate) return thrown;
      setNotice({ tone: 'bad', text: messageOf(thrown) });
      if (isLate) await onReload();
    }
    scrollToTop();
    return null;
  };
  return { notice, act };
}
