import * as contract from '../../contract/honour';
import { figuresOf, filledIn, quotedIn, type Figure } from '../../domain/article';
import { DomainError } from '../../domain/errors';
import { monthSpan, wholeMonthText } from '../../domain/model';
import { allowedModelActions, wrongModelState } from '../../domain/model-moves';
import { chineseDate } from '../../domain/time';
import type { Host } from '../host/host';
import { articleBytes, type Picture } from '../kit/article-paper';
import { keepFile } from '../kit/keep-file';
import { useCase } from '../kit/use-case';
import * as deeds from '../store/deeds';
import * as groups from '../store/groups';
import * as media from '../store/media';
import type { ModelDoc } from '../store/models';
import * as settings from '../store/settings';
import { visiblePhotos } from './article-photos';
import { asModel, signersOf } from './move-model';
import { countedOf } from './public-deed';
import { seenModel } from './seen-model';

const MOST_BASIS = 20;

/**
 * 信息稿件 for the printer or the paper, as it stands: figures frozen or live. The file is an unused one of the caller's,
 * so that it is swept away after a day.
 */
export const printArticle = useCase(contract.paper, async ({ id }, context) => {
  const { caller, host } = context;
  const model = await seenModel(id, caller);
  if (model.status === 'none') throw wrongModelState(asModel(model));
  if (!allowedModelActions(asModel(model), caller, await signersOf(model.groupId)).includes('paper')) {
    throw new DomainError('FORBIDDEN');
  }
  const figures = model.figures ?? (await figuresNow(model));
  const [{ town }, names, pictures] = await Promise.all([settings.get(), groups.namesById(), picturesOf(model, host)]);
  const quoted = new Set(quotedIn(model.title, model.text));
  const bytes = await articleBytes({
    unit: `${town}${names.get(model.groupId) ?? ''}`,
    form: `${wholeMonthText(model.month)}典型代表信息稿件`,
    title: filledIn(model.title, figures),
    text: filledIn(model.text, figures),
    pictures,
    figures: figures.filter(({ name }) => quoted.has(name)).map(rowOf),
    signatures: signaturesOf(model),
  });
  const url = await keepFile('docx', bytes, context);
  return { url, name: `${model.month}典型代表-${model.representative ?? ''}.docx` };
});

async function figuresNow({ representativeId = '', month }: ModelDoc): Promise<Figure[]> {
  return figuresOf(countedOf(await deeds.ofMonth(representativeId, monthSpan(month))));
}

function rowOf({ name, value, unit, refs, count }: Figure): { name: string; value: string; basis: string } {
  const listed = refs.slice(0, MOST_BASIS).map(({ label }) => label);
  const rest = count > listed.length ? `等 ${count} 项` : '';
  return { name, value: `${value} ${unit}`, basis: count === 0 ? '无' : `${listed.join('；')}${rest}` };
}

const BLANK = '                    年    月    日';

function signaturesOf({ drafted, signed, publishedAt }: ModelDoc): string[] {
  return [
    `起草：${drafted?.who ?? ''}`,
    signed ? `签字：${signed.who}  ${chineseDate(signed.at)}` : `组长签字：${BLANK}`,
    publishedAt ? `主席团发布：${chineseDate(publishedAt)}` : `主席团审核：${BLANK}`,
  ];
}

/** Those that everybody may see, in the article's order; a file that is gone leaves a gap, not a failure. */
async function picturesOf({ photos }: ModelDoc, host: Host): Promise<Picture[]> {
  const [ids = []] = await visiblePhotos([photos]);
  const docs = await media.findMany(ids);
  const pictures = await Promise.all(
    ids.map(async (id): Promise<Picture[]> => {
      const doc = docs.get(id);
      const file = doc && (await host.files.get(media.imageKey(id, 1600)).catch(() => null));
      return doc && file ? [{ bytes: file.bytes, width: doc.width, height: doc.height }] : [];
    }),
  );
  return pictures.flat();
}
