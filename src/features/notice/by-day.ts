import type { Notice } from '../../../contract/notice';
import { shanghaiDay } from '../../../domain/time';

export interface NoticeDay {
  /** 'YYYY-MM-DD' of Shanghai. */
  day: string;
  notices: Notice[];
}

/** In the order they came. */
export function byDay(notices: readonly Notice[]): NoticeDay[] {
  const days: NoticeDay[] = [];
  for (const notice of notices) {
    const day = shanghaiDay(new Date(notice.at));
    const last = days.at(-1);
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}
