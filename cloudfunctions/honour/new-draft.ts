import { draftOf, type DraftedDeed } from '../../domain/article-draft';
import { figuresOf } from '../../domain/article';
import { findSpots } from '../../domain/caption';
import { monthSpan } from '../../domain/model';
import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import * as deeds from '../store/deeds';
import * as groups from '../store/groups';
import type { ArticlePhoto, ModelDoc } from '../store/models';
import type { PostDoc } from '../store/post-doc';
import type { RepresentativeDoc } from '../store/representatives';
import * as settings from '../store/settings';
import type { WishCardDoc } from '../store/wish-doc';
import { photoChoices } from './article-photos';
import { countedOf, isTold, withoutWisher } from './public-deed';

const MOST_PHOTOS = 6;

/** Title, text and photos of a first draft, from what this representative did in the month. */
export async function newDraft(
  month: string,
  person: RepresentativeDoc,
  host: Host,
): Promise<Pick<ModelDoc, 'title' | 'text' | 'photos'>> {
  const [done, { town, campaign }, names] = await Promise.all([
    deeds.ofMonth(person._id, monthSpan(month)),
    settings.get(),
    groups.namesById(),
  ]);
  const draft = draftOf({
    month,
    town,
    campaign,
    group: names.get(person.groupId) ?? '',
    name: person.name,
    level: person.level,
    position: person.position,
    figures: figuresOf(countedOf(done)),
    fulfilled: done.fulfilled.map((wish) => fulfilledDeed(wish, host)),
    shown: done.posts.filter(({ wish }) => wish === undefined).map(shownDeed),
  });
  return { ...draft, photos: onePhotoOfEach(await photoChoices(done.posts)) };
}

function fulfilledDeed(wish: WishCardDoc, host: Host): DraftedDeed {
  const { collectedAt, result, village, category, content } = wish;
  const told = withoutWisher(wish, host);
  const words = isTold(wish) ? { asked: plain(told(content)), said: plain(result && told(result.note)) } : {};
  return defined({ at: result?.at ?? collectedAt, village, category, ...words });
}

const shownDeed = ({ at, village, category, text, publicText = text }: PostDoc): DraftedDeed =>
  defined({ at, village, category, said: plain(publicText) });

/** Words with a number, a door or a child's name in them do not get into a draft. */
const plain = (text: string | undefined): string | undefined =>
  text !== undefined && findSpots(text).length === 0 ? text : undefined;

function onePhotoOfEach(choices: readonly ArticlePhoto[]): ArticlePhoto[] {
  const firsts = new Map<string, ArticlePhoto>();
  for (const choice of choices) if (!firsts.has(choice.postId)) firsts.set(choice.postId, choice);
  return [...firsts.values()].slice(0, MOST_PHOTOS);
}
