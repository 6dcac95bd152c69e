import * as contract from '../../contract/post-sharing';
import { DomainError } from '../../domain/errors';
import { audienceOf } from '../../domain/post-rendering';
import { outcomeWords, shareTitle } from '../../domain/post-words';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import { viewPhotos } from '../kit/view-photos';
import * as groups from '../store/groups';
import * as settings from '../store/settings';
import { getVisiblePost } from './get-visible-post';
import { linkedWishes } from './linked-wishes';
import { render } from './render-post';

/** Whoever shares from inside shares with the group; everybody else hands on what everybody sees. */
export const shareCard = useCase(contract.card, async ({ id }, { caller, host }) => {
  const post = await getVisiblePost(id, caller);
  if (post.status !== 'published') throw new DomainError('WRONG_STATE', { message: '这条晒单没有在展示，不能分享' });
  const wishOf = await linkedWishes([post]);
  const audience = audienceOf(caller) === 'internal' ? 'group' : 'public';
  const { text, photos, place } = render(post, wishOf(post), { audience }, host);
  const [photo] = photos;
  const after = post.pairs?.find(({ before }) => before === photo)?.after;
  const [photosOf, groupNames, { town }] = await Promise.all([
    viewPhotos(
      host,
      [photo, after].filter((one) => one !== undefined),
    ),
    groups.namesById(),
    settings.get(),
  ]);
  const pictureOf = (one: string | undefined) => (one === undefined ? undefined : photosOf([one])[0]);
  return {
    card: {
      id,
      title: shareTitle(post.representative, text),
      text,
      representative: post.representative,
      groupName: groupNames.get(post.groupId) ?? '',
      town,
      outcomes: post.outcomes.map(outcomeWords),
      at: post.at.toISOString(),
      ...defined({ place, photo: pictureOf(photo), after: pictureOf(after) }),
    },
  };
});
