import type { z } from 'zod';
import * as contract from '../../contract/wish-work';
import { errors } from '../../contract/errors';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { useCase, type Context } from '../kit/use-case';
import { assign, getAssignee } from './assign-wish';
import { review } from './review-wish';
import { urge } from './urge-wish';

type Bulk = z.output<typeof contract.bulk.input>;
type Refused = z.input<typeof contract.bulk.output>['refused'][number];

/** One choice for many wishes: each is its own move in its own transaction, and what is refused says why. */
export const bulkWishes = useCase(contract.bulk, async (bulk, context) => {
  const move = await moveOf(bulk, context);
  const done: string[] = [];
  const refused: Refused[] = [];
  for (const id of new Set(bulk.ids)) {
    try {
      await move(id);
      done.push(id);
    } catch (error) {
      // A refusal is this wish's alone; anything else ends the whole.
      if (!(error instanceof DomainError)) throw error;
      const { code, refusal } = error;
      refused.push({ id, code, message: refusal.message ?? errors[code].zh });
    }
  }
  return { done, refused };
});

/** What is the same for every wish is checked once, before the first. */
async function moveOf(bulk: Bulk, context: Context): Promise<(id: string) => Promise<unknown>> {
  switch (bulk.act) {
    case 'publish':
      return (id) => review({ id, decision: 'publish' }, context);
    case 'assign': {
      const representative = await getAssignee(bulk.representativeId);
      await checkText(context.host, bulk.reason);
      return (id) => assign(id, representative, bulk.reason, context);
    }
    case 'urge':
      await checkText(context.host, bulk.note);
      return (id) => urge(id, bulk.note, context);
  }
}
