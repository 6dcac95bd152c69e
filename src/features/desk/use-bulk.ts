import { useState } from 'react';
import type { Input } from '../../../contract/contract';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';

export type BulkAct = Input<'wish.bulk'>['act'];

/** What is done to each of the chosen wishes; the ids are added piece by piece. */
export type BulkChoice =
  { act: 'publish' } | { act: 'assign'; representativeId: string; reason: string } | { act: 'urge'; note?: string };

export interface BulkWish {
  id: string;
  code: string;
  content: string;
}

export interface BulkResult {
  done: number;
  refused: readonly { wish: BulkWish; message: string }[];
  /** Why it stopped halfway; '' when it did not. */
  failure: string;
  /** Wishes whose answer never came. */
  unknown: number;
}

export type BulkStep =
  { name: 'asking' } | { name: 'running'; part: number; of: number } | { name: 'done'; result: BulkResult };

/** So few at a time that one sees it move; the server takes up to fifty. */
const PIECE = 10;

const nothingDone: BulkResult = { done: 0, refused: [], failure: '', unknown: 0 };

async function sendPiece(choice: BulkChoice, piece: readonly BulkWish[], before: BulkResult): Promise<BulkResult> {
  const { done, refused } = await call('wish.bulk', { ...choice, ids: piece.map(({ id }) => id) });
  const reasons = new Map(refused.map(({ id, message }) => [id, message]));
  const named = piece.flatMap((wish) => {
    const message = reasons.get(wish.id);
    return message === undefined ? [] : [{ wish, message }];
  });
  return { ...before, done: before.done + done.length, refused: [...before.refused, ...named] };
}

interface Bulk {
  step: BulkStep;
  run: (choice: BulkChoice, wishes: readonly BulkWish[]) => Promise<void>;
  startOver: () => void;
}

/** One choice for many wishes, sent piece by piece. */
export function useBulk(): Bulk {
  const [step, setStep] = useState<BulkStep>({ name: 'asking' });

  const run = async (choice: BulkChoice, wishes: readonly BulkWish[]) => {
    let result = nothingDone;
    for (let start = 0; start < wishes.length && result.failure === ''; start += PIECE) {
      setStep({ name: 'running', part: start, of: wishes.length });
      try {
        result = await sendPiece(choice, wishes.slice(start, start + PIECE), result);
      } catch (error) {
        result = { ...result, failure: messageOf(error), unknown: wishes.length - start };
      }
    }
    setStep({ name: 'done', result });
  };

  return { step, run, startOver: () => setStep({ name: 'asking' }) };
}
