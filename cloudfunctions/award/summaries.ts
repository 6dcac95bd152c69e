/** 事迹简介: everybody reads it in 公示, so that it is checked as a post is. */
import type { Host } from '../host/host';
import { checkText } from '../kit/check-text';
import { refuseSpots } from '../kit/refuse-spots';
import type { AwardDoc, AwardSummary } from '../store/awards';

export async function checkSummary(host: Host, summary: string | undefined, next: string): Promise<void> {
  if (summary === undefined) return;
  refuseSpots(summary, { field: 'summary', name: '事迹简介', next });
  await checkText(host, summary);
}

type Summaries = Pick<AwardDoc, 'summaries'>;

export const summaryOf = ({ summaries = [] }: Summaries, representativeId: string): string | undefined =>
  summaries.find((one) => one.representativeId === representativeId)?.text;

/** One of each person: the last one written; without a text, none. */
export const withSummary = (
  { summaries = [] }: Summaries,
  { text, ...written }: Omit<AwardSummary, 'text'> & { text: string | undefined },
): AwardSummary[] => [
  ...summaries.filter(({ representativeId }) => representativeId !== written.representativeId),
  ...(text === undefined ? [] : [{ ...written, text }]),
];
