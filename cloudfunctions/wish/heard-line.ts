import { leadingAs } from '../../domain/acting';
import type { Caller } from '../../domain/caller';
import { contactWayLabels, ratingLabels, resolutionLabels } from '../../domain/labels';
import type { ContactWay, Rating, Resolution } from '../../domain/wish';
import { isWisher } from '../../domain/wish-privacy';
import { asWish, type TimelineEvent, type WishDoc } from '../store/wish-doc';
import { timelineLine } from './timeline-line';

/** '满意、已解决' */
export const answerWords = ({ rating, resolved }: { rating: Rating; resolved?: Resolution | undefined }): string =>
  [ratingLabels[rating], ...(resolved ? [resolutionLabels[resolved]] : [])].join('、');

export interface Heard {
  rating: Rating;
  resolved?: Resolution | undefined;
  comment?: string | undefined;
  way?: ContactWay | undefined;
}

/** What the wisher said (评价), or a leader heard from them (回访). */
export function heardLine(wish: WishDoc, heard: Heard, caller: Caller, now: Date): TimelineEvent {
  const said = answerWords(heard);
  const { comment, way } = heard;
  if (isWisher(asWish(wish), caller)) return timelineLine('resident', caller, now, `评价：${said}`, { note: comment });
  const how = way === undefined ? '' : `（${contactWayLabels[way]}）`;
  return timelineLine(leadingAs(caller), caller, now, `回访${how}：${said}`, { note: comment });
}
