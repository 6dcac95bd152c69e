import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import type { NoticeContent } from '../../../components/notice';
import { messageOf, toCallError } from '../../../platform/call-error';
import { scrollToTop } from '../../../platform/scroll-to';

/**
 * Does one thing with the campaign and says so at the top of the page. Answers null when it is settled either way; what a
 * form must show itself otherwise (`inForm`).
 */
export type DoCampaignAct = (
  done: string,
  send: () => Promise<{ campaign: CampaignView } | null>,
  inForm?: boolean,
) => Promise<unknown>;

interface Options {
  onChanged: (campaign: CampaignView) => void;
  onReload: () => Promise<void>;
}

export function useCampaignAct({ onChanged, onReload }: Options): { notice: NoticeContent | null; act: DoCampaignAct } {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const act: DoCampaignAct = async (done, send, inForm = false) => {
    try {
      const answer = await send();
      if (answer) onChanged(answer.campaign);
      else await onReload();
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
