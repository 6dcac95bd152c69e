import { useState } from 'react';
import type { OrderView } from '../../../../contract/order';
import type { NoticeContent } from '../../../components/notice';
import { CallError, messageOf } from '../../../platform/call-error';
import { scrollToTop } from '../../../platform/scroll-to';
import { doneText, isConfirmed, type OrderAct } from './order-acts';

interface Options {
  onChanged: (order: OrderView) => void;
  onReload: () => Promise<void>;
}

/** Answers the refusal that the form must show itself, null when the act is settled either way. */
type DoOrderAct = (what: OrderAct, send: () => Promise<{ order: OrderView }>) => Promise<unknown>;

/** Says at the top of the page how an act went; one that came too late shows the page anew. */
export function useOrderAct({ onChanged, onReload }: Options): { notice: NoticeContent | null; act: DoOrderAct } {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const say = (next: NoticeContent) => {
    setNotice(next);
    scrollToTop();
  };
  const act: DoOrderAct = async (what, send) => {
    setNotice(null);
    try {
      const { order } = await send();
      onChanged(order);
      say({ tone: 'good', text: doneText(what, order) });
      return null;
    } catch (error) {
      const isLate = error instanceof CallError && error.code === 'WRONG_STATE';
      // What was only confirmed has no form to show its refusal in.
      if (!isLate && !isConfirmed(what)) return error;
      say({ tone: 'bad', text: messageOf(error) });
      if (isLate) await onReload();
      return null;
    }
  };
  return { notice, act };
}
