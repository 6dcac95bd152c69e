import { useRef, useState } from 'react';
import type { Output } from '../../../../contract/contract';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';

type Answer = Output<'points.verify'>;

export interface Verified {
  checked: number;
  chains: number;
  of: number;
  isDone: boolean;
  broken?: NonNullable<Answer['firstBroken']>;
  head?: NonNullable<Answer['head']>;
  heads?: string;
}

/** As many chains a call as an old phone waits for with patience. */
const CHAINS = 100;

/** Walks all chains, or one's own, a stretch at a time, and says how far it is. */
export function useVerify() {
  const [verified, setVerified] = useState<Verified | null>(null);
  const [failure, setFailure] = useState('');
  const round = useRef(0);

  const verify = async () => {
    const mine = ++round.current;
    setFailure('');
    let so: Verified = { checked: 0, chains: 0, of: 0, isDone: false };
    let cursor: string | undefined;
    try {
      do {
        const answer: Answer = await call('points.verify', { limit: CHAINS, ...(cursor ? { cursor } : {}) });
        if (mine !== round.current) return;
        so = withAnswer(so, answer);
        setVerified(so);
        cursor = answer.nextCursor ?? undefined;
      } while (cursor !== undefined);
    } catch (error) {
      if (mine === round.current) setFailure(messageOf(error));
    }
  };
  return { verified, failure, verify };
}

const withAnswer = (so: Verified, answer: Answer): Verified => ({
  checked: so.checked + answer.checked,
  chains: so.chains + answer.chains,
  of: answer.of,
  isDone: answer.nextCursor === null,
  ...(answer.firstBroken ? { broken: answer.firstBroken } : {}),
  ...(answer.head ? { head: answer.head } : {}),
  ...(answer.heads === undefined ? {} : { heads: answer.heads }),
});
