import { useState } from 'react';
import type { Input } from '../../../../contract/contract';
import type { WishCard } from '../../../../contract/wish-views';
import type { Difficulty } from '../../../../domain/wish';
import { call } from '../../../platform/call';
import { fieldErrors, formMessageOf, toCallError } from '../../../platform/call-error';
import { useDraft, type Draft } from '../../../platform/draft';
import { errorsWithout } from '../../../platform/field-errors';
import type { Decision } from './decisions';

export type MergeTarget = Pick<WishCard, 'id' | 'code' | 'village' | 'content'>;

export interface ReviewDraft {
  decision: Decision | null;
  difficulty: Difficulty | null;
  /** '' is the category's own time. */
  dueDays: string;
  question: string;
  reason: string;
  into: MergeTarget | null;
}

const empty: ReviewDraft = {
  decision: null,
  difficulty: null,
  dueDays: '',
  question: '',
  reason: '',
  into: null,
};

interface Review {
  draft: Draft<ReviewDraft>;
  errors: Readonly<Record<string, string>>;
  /** Why it was not taken; stays until the next try. */
  failure: string;
  /** Whether all that the decision needs is there; says what is not. */
  check: () => boolean;
  send: () => Promise<void>;
}

interface Listeners {
  onReviewed: (decision: Decision) => Promise<void>;
  /** Somebody else was quicker. */
  onStale: () => Promise<void>;
}

export function useReview(id: string, { onReviewed, onStale }: Listeners): Review {
  const draft = useDraft(`review.${id}`, empty);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');

  const set = (change: Partial<ReviewDraft>) => {
    draft.set(change);
    setErrors((shown) => errorsWithout(shown, Object.keys(change)));
  };

  const check = () => {
    const missing = whatIsMissing(draft.current());
    setErrors(missing);
    return Object.keys(missing).length === 0;
  };

  const send = async () => {
    const input = toInput(id, draft.current());
    if (!input) return;
    setFailure('');
    try {
      await call('wish.review', input);
    } catch (error) {
      setFailure(formMessageOf(error));
      setErrors(fieldErrors(error));
      if (toCallError(error).code === 'WRONG_STATE') await onStale();
      return;
    }
    draft.clear();
    await onReviewed(input.decision);
  };
  return { draft: { ...draft, set }, errors, failure, check, send };
}

function whatIsMissing({ decision, difficulty, dueDays, question, reason, into }: ReviewDraft): Record<string, string> {
  switch (decision) {
    case null:
      return { decision: '请选择审核结论' };
    case 'publish':
      return {
        ...(difficulty === null ? { difficulty: '请选择难度，办结后按难度计分' } : {}),
        ...(/^\d*$/.test(dueDays.trim()) ? {} : { dueDays: '请填写整天数，例如 30' }),
      };
    case 'askInfo':
      return question.trim().length < 2 ? { question: '请写明需要居民补充什么' } : {};
    case 'reject':
      return reason.trim().length < 2 ? { reason: '请写明理由，以及应该找谁办' } : {};
    case 'merge':
      return into === null ? { into: '请选择要并入哪个心愿' } : {};
  }
}

/** The decision with what belongs to it, and nothing that was typed for another. */
function toInput(id: string, draft: ReviewDraft): Input<'wish.review'> | null {
  const { decision, difficulty, dueDays, question, reason, into } = draft;
  switch (decision) {
    case null:
      return null;
    case 'publish':
      return {
        id,
        decision,
        ...(dueDays.trim() === '' ? {} : { dueDays: Number(dueDays) }),
        ...(difficulty === null ? {} : { difficulty }),
      };
    case 'askInfo':
      return { id, decision, reason: question };
    case 'reject':
      return { id, decision, reason };
    case 'merge':
      return { id, decision, ...(into === null ? {} : { into: into.id }) };
  }
}
