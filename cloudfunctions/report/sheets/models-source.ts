import { filledIn } from '../../../domain/article';
import { modelId, monthSpan } from '../../../domain/model';
import { modelColumns, type ModelRow, type NamedModel } from '../../../domain/sheets/models';
import { totalTenths } from '../../../domain/sheets/points-summary';
import { shanghaiMonth } from '../../../domain/time';
import { defined } from '../../kit/defined';
import * as groups from '../../store/groups';
import * as models from '../../store/models';
import { earnedWithin, type Earner } from './earned';
import type { SheetQuery, SheetSource } from './source';

/** What a group has said of its month: until it is published, in the full copy alone. */
const isSaid = (model: models.ModelDoc | undefined, copy: SheetQuery['copy']): model is models.ModelDoc =>
  model !== undefined && (copy !== 'public' || model.status === 'published');

const namedOf = ({ status, title, figures = [], reason = '', signed, publishedAt }: models.ModelDoc): NamedModel => ({
  status,
  reason: status === 'none' ? reason : filledIn(title, figures),
  ...defined({ signed, publishedAt }),
});

/** Who earned most in the month; those who tie together. */
function bestOf(earners: readonly Earner[], groupId: string): Earner[] {
  const members = earners.filter((earner) => earner.groupId === groupId && totalTenths(earner.sum) > 0);
  const best = members[0] ? totalTenths(members[0].sum) : 0;
  return members.filter(({ sum }) => totalTenths(sum) === best);
}

/** One row for each group: whom it named and why, or the month's best as candidate and the rest to be written by hand. */
async function* rows({ groupId, span, now, copy }: SheetQuery): AsyncGenerator<ModelRow> {
  const month = shanghaiMonth(span.from ?? now);
  const { from, until } = monthSpan(month);
  const [earners, all] = await Promise.all([earnedWithin(groupId, { $gte: from, $lt: until }), groups.listAll()]);
  const asked = all.filter(({ _id }) => groupId === undefined || _id === groupId);
  const found = await models.listByIds(asked.map(({ _id }) => modelId(month, _id)));
  for (const [index, { _id, name }] of asked.entries()) {
    const model = found.get(modelId(month, _id));
    const row = { number: index + 1, month, group: name };
    if (!isSaid(model, copy)) yield { ...row, candidates: bestOf(earners, _id) };
    else yield { ...row, candidates: earners.filter(({ id }) => id === model.representativeId), named: namedOf(model) };
  }
}

export const modelsSource: SheetSource<ModelRow> = { columns: modelColumns, isOfWishes: false, rows };
