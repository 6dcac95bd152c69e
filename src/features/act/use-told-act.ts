import { useState } from 'react';
import type { NoticeContent } from '../../components/notice';
import { messageOf, toCallError } from '../../platform/call-error';
import { scrollToTop } from '../../platform/scroll-to';

/**
 * Does one thing with what the page shows and says so at its top. Answers null when it is settled either way; what a form
 * must show itself otherwise (`inForm`). `send` answers the thing as it now is; null where the page is to look anew.
 * `done` is what is said then, or says it of the answer.
 */
export type DoAct<Answer> = (
  done: string | ((answer: Answer | null) => string),
  send: () => Promise<Answer | null>,
  inForm?: boolean,
) => Promise<unknown>;

interface Options<Answer> {
  onChanged: (answer: Answer) => void;
  onReload: () => Promise<void>;
}

/** One that came too late shows the page anew. */
export function useToldAct<Answer>({ onChanged, onReload }: Options<Answer>): {
  notice: NoticeContent | null;
  act: DoAct<Answer>;
} {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const act: DoAct<Answer> = async (done, send, inForm = false) => {
    try {
      const answer = await send();
      if (answer) onChanged(answer);
      else await onReload();
      setNotice({ tone: 'good', text: typeof done === 'string' ? done : done(answer) });
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
