import * as contract from '../../contract/honour';
import { filledIn } from '../../domain/article';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as models from '../store/models';
import { firstPhotos } from './article-photos';

const PAGE = 10;

/** 典型代表 that have been published, the newest first. */
export const listArticles = useCase(contract.list, async ({ month, cursor, limit = PAGE }, { host }) => {
  const { items, nextCursor } = await models.publishedPage(month, cursor, limit);
  const [names, photos] = await Promise.all([
    groups.namesById(),
    firstPhotos(
      host,
      items.map((model) => model.photos),
    ),
  ]);
  return { items: items.map((model, index) => cardOf(model, names, photos[index])), nextCursor };
});

function cardOf(
  {
    _id,
    month,
    groupId,
    representative = '',
    representativeId = '',
    title,
    figures = [],
    publishedAt,
  }: models.ModelDoc,
  names: ReadonlyMap<string, string>,
  photo: contract.ModelCard['photo'],
): contract.ModelCard {
  return {
    id: _id,
    month,
    groupId,
    groupName: names.get(groupId) ?? '',
    representative,
    representativeId,
    title: filledIn(title, figures),
    publishedAt: (publishedAt ?? new Date(0)).toISOString(),
    ...(photo ? { photo } : {}),
  };
}
