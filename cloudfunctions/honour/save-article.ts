import type { z } from 'zod';
import * as contract from '../../contract/honour';
import { DomainError } from '../../domain/errors';
import { monthSpan } from '../../domain/model';
import { moveOf, wrongModelState } from '../../domain/model-moves';
import { defined } from '../kit/defined';
import { useCase, type Context } from '../kit/use-case';
import * as deeds from '../store/deeds';
import * as models from '../store/models';
import { photoChoices } from './article-photos';
import { checkPublicText, refuseUnknownFigures } from './check-article';
import { asModel, moveModel } from './move-model';
import { newDraft } from './new-draft';
import { nomineeOf, refuseTooOften } from './nomination';
import { viewModel } from './view-model';
import { wishersOf } from './wishers-of-month';

type Saving = z.output<typeof contract.save.input>;

/** The article as its writers leave it; another representative begins it anew. */
export const saveArticle = useCase(contract.save, async (input, context) => {
  const { caller, now } = context;
  const model = await models.get(input.id);
  const move = moveOf('save', asModel(model));
  const isAnother = input.representativeId !== undefined && input.representativeId !== model.representativeId;
  const change = isAnother ? await anotherPerson(model, input.representativeId ?? '', context) : null;
  const edited = change ? null : await editedOf(model, input, context);
  const saved = await moveModel({
    move,
    model,
    caller,
    now,
    rev: input.rev,
    ...(change ? { note: `改为推荐${change.set.representative}` } : {}),
    change: async (tx) => {
      if (!change) return edited ?? {};
      await refuseTooOften(change.person, model.month, tx);
      return change.set;
    },
  });
  return viewModel(saved, context);
});

async function anotherPerson(model: models.ModelDoc, id: string, { caller, host }: Context) {
  const person = await nomineeOf(id, caller);
  if (person.groupId !== model.groupId) {
    throw new DomainError('INVALID_INPUT', { details: { representativeId: '只能推荐本组的代表' } });
  }
  if (model.status !== 'drafting') throw wrongModelState(asModel(model), '已经送签，要改推荐他人，请先退回修改');
  const draft = await newDraft(model.month, person, host);
  return { person, set: { ...draft, representativeId: id, representative: person.name } };
}

async function editedOf(model: models.ModelDoc, input: Saving, { host }: Context): Promise<models.ModelChange> {
  const { title = model.title, text = model.text } = input;
  refuseUnknownFigures(title, text);
  const ofMonth = await deeds.ofMonth(model.representativeId ?? '', monthSpan(model.month));
  const wishers = (await wishersOf(ofMonth, host)).filter(({ name }) => name !== model.representative);
  await checkPublicText(host, { title, text }, wishers);
  const photos = input.photos && (await chosen(ofMonth, input.photos));
  return { title, text, ...defined({ photos }) };
}

/** Each a photo of the month that everybody may see; the same twice is once. */
async function chosen({ posts }: deeds.Deeds, ids: readonly string[]): Promise<models.ArticlePhoto[]> {
  const choices = new Map((await photoChoices(posts)).map((photo) => [photo.id, photo]));
  return [...new Set(ids)].map((id) => {
    const photo = choices.get(id);
    if (photo) return photo;
    throw new DomainError('INVALID_INPUT', { details: { photos: '有照片不能公开或已被撤回，请重新选择' } });
  });
}
