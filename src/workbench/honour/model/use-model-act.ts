import { useState } from 'react';
import type { ModelView } from '../../../../contract/honour';
import type { NoticeContent } from '../../../components/notice';
import { CallError, messageOf } from '../../../platform/call-error';
import { scrollToTop } from '../../../platform/scroll-to';
import { doneTexts } from './model-acts';

interface Options {
  onChanged: (model: ModelView) => void;
  onReload: () => Promise<void>;
}

type What = keyof typeof doneTexts;
/** null: nothing came of it, and the page says why itself. */
type Send = () => Promise<{ model: ModelView } | null>;

/**
 * Answers the refusal that a form must show itself (`inForm`), null when the act is settled either way. One that came
 * too late shows the page anew.
 */
export type DoModelAct = (what: What, send: Send, inForm?: boolean) => Promise<unknown>;

/** Says at the top of the page how an act went. */
export function useModelAct({ onChanged, onReload }: Options): { notice: NoticeContent | null; act: DoModelAct } {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const say = (next: NoticeContent) => {
    setNotice(next);
    scrollToTop();
  };
  const act: DoModelAct = async (what, send, inForm = false) => {
    setNotice(null);
    try {
      const answer = await send();
      if (answer === null) return null;
      onChanged(answer.model);
      say({ tone: 'good', text: doneTexts[what] });
      return null;
    } catch (error) {
      const isLate = error instanceof CallError && (error.code === 'WRONG_STATE' || error.code === 'DUPLICATE');
      if (!isLate && inForm) return error;
      say({ tone: 'bad', text: messageOf(error) });
      if (isLate) await onReload();
      return null;
    }
  };
  return { notice, act };
}
