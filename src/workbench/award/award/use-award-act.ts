import { useState } from 'react';
import type { AwardView } from '../../../../contract/award-views';
import type { NoticeContent } from '../../../components/notice';
import { CallError, messageOf } from '../../../platform/call-error';
import { scrollToTop } from '../../../platform/scroll-to';
import { doneTexts } from './acts';

/** Answers the refusal that a form shows itself (`inForm`), null when the act is settled either way. */
export type DoAwardAct = (
  what: keyof typeof doneTexts,
  send: () => Promise<{ award: AwardView }>,
  inForm: boolean,
) => Promise<unknown>;

interface Options {
  onChanged: (award: AwardView) => void;
  onReload: () => Promise<void>;
}

/** Says at the top of the page how an act went; one that came too late shows the page anew. */
export function useAwardAct({ onChanged, onReload }: Options): { notice: NoticeContent | null; act: DoAwardAct } {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const settle = (said: NoticeContent): null => {
    setNotice(said);
    scrollToTop();
    return null;
  };
  const act: DoAwardAct = async (what, send, inForm) => {
    setNotice(null);
    try {
      onChanged((await send()).award);
      return settle({ tone: 'good', text: doneTexts[what] });
    } catch (error) {
      const isLate = error instanceof CallError && ['WRONG_STATE', 'DUPLICATE'].includes(error.code);
      if (inForm && !isLate) return error;
      if (isLate) await onReload();
      return settle({ tone: 'bad', text: messageOf(error) });
    }
  };
  return { notice, act };
}
