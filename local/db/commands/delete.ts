import { checkedFilter } from '../aggregate/stages';
import { DatabaseError } from '../errors';
import { select } from '../query/select';
import { type Doc, isDoc } from '../values';
import { runBatch, type StatementResult } from './batch';
import { type CommandContext, findCollection, listArgument, numberArgument, refuseCollation } from './context';

export async function remove(context: CommandContext): Promise<Doc> {
  const { engine, transaction } = context;
  const collection = findCollection(context);
  const gone = new Map<unknown, number>();
  const { answer } = await runBatch(context, listArgument(context.command, 'deletes'), (statement): StatementResult => {
    if (!isDoc(statement)) throw new DatabaseError(14, 'A delete statement must be an object');
    refuseCollation(statement);
    const filter = checkedFilter(statement['q']);
    if (!collection) return { n: 0 };
    const limit = numberArgument(statement, 'limit') ?? 0;
    const found = [
      ...select(engine, { collection, filter, sort: [], skip: 0, limit, hint: statement['hint'], transaction }),
    ];
    for (const { idKey, bytes } of found) {
      engine.documents.write({ collection, idKey, before: bytes, after: null }, transaction);
      gone.set(statement, (gone.get(statement) ?? 0) + 1);
    }
    return { n: gone.get(statement) ?? 0 };
  });
  return answer;
}
