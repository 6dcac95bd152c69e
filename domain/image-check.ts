/** What a content check says of a post's photos, at once or later, and what follows. */

/** none: it could not say anything (the photo could not be fetched, or no answer came). */
export const imageAnswers = ['pass', 'review', 'reject', 'none'] as const;
export type ImageAnswer = (typeof imageAnswers)[number];

/** The platform promises its late answers within this time. */
export const ANSWER_WITHIN_MS = 30 * 60_000;

/** `place`: which photo of the post it is, counted from 1. */
export const rejectedText = (place: number): string => `第 ${place} 张照片未通过图片安全检查`;

export const UNANSWERED = '图片检查没有结果';

/** Why a person has to look at a photo; null where a check has only said that somebody should. */
export function imageHint(answer: ImageAnswer, place: number, reason: string | undefined): string | null {
  switch (answer) {
    case 'review':
      return reason === undefined ? null : `第 ${place} 张照片：${reason}`;
    case 'reject':
      return rejectedText(place);
    case 'none':
      return UNANSWERED;
    case 'pass':
      return null;
  }
}
