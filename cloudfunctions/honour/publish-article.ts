import * as contract from '../../contract/honour';
import { figuresOf, filledIn, quotedIn } from '../../domain/article';
import { mailbox } from '../../domain/mailbox';
import { monthSpan, monthText } from '../../domain/model';
import { useCase } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as deeds from '../store/deeds';
import { payModel } from '../store/model-points';
import * as models from '../store/models';
import { refuseShort, refuseUnknownFigures } from './check-article';
import { moveModel } from './move-model';
import { countedOf } from './public-deed';
import { viewModel } from './view-model';

/** 发布: the figures that the article quotes stay as they are at this moment, whatever becomes of what they count. */
export const publishArticle = useCase(contract.publish, async ({ id, rev }, context) => {
  const { caller, now, newId } = context;
  const model = await models.get(id);
  refuseShort(model.text);
  refuseUnknownFigures(model.title, model.text);
  const published = await moveModel({
    move: 'publish',
    model,
    caller,
    now,
    rev,
    change: async (tx) => ({ figures: await quotedFigures(model, tx), publishedAt: now }),
    follow: (tx) => payModel(model, { newId, now, by: caller.accountId }, tx),
    tell: ({ month, groupId, representativeId, representative = '', title, figures = [] }) => ({
      to: [mailbox.members(groupId), ...(representativeId ? [mailbox.representative(representativeId)] : [])],
      text: `${monthText(month)}典型代表${representative}的事迹已发布：${filledIn(title, figures)}`,
    }),
  });
  return viewModel(published, context);
});

/** Counted in the transaction that publishes: what is frozen is what the database held then. */
async function quotedFigures({ representativeId = '', month, title, text }: models.ModelDoc, tx: Tx) {
  const quoted = new Set(quotedIn(title, text));
  const done = await deeds.ofMonth(representativeId, monthSpan(month), tx);
  return figuresOf(countedOf(done)).filter(({ name }) => quoted.has(name));
}
