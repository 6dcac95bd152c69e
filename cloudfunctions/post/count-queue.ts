import * as contract from '../../contract/post-judging';
import { MOST_COUNTED } from '../../domain/most-counted';
import { useCase } from '../kit/use-case';
import * as judgingQueue from '../store/judging-queue';
import { queueOf } from './queue-of';

/** How much of each kind waits for the caller. */
export const countQueue = useCase(contract.queueCount, async (_input, { caller }) => {
  const asked = queueOf(caller);
  const [reported, hinted, fresh] = await Promise.all(
    contract.queueKinds.map((kind) => judgingQueue.count(asked, kind, MOST_COUNTED)),
  );
  return { reported: reported ?? 0, hinted: hinted ?? 0, fresh: fresh ?? 0 };
});
