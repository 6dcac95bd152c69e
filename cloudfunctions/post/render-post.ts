/** One post as an audience gets it (domain/post-rendering): the only place that turns a stored post into what is shown. */
import type { PostView } from '../../contract/post';
import { seesTown, type Caller } from '../../domain/caller';
import { isOwnPost } from '../../domain/post';
import { renderingFor, type Audience, type PostConsents, type Rendering } from '../../domain/post-rendering';
import { leads } from '../../domain/wish-actors';
import { concernsMinor, isMinors, maskedWisher } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import type { PostDoc } from '../store/post-doc';
import type { WishCardDoc } from '../store/wish-doc';
import { readableFor } from './readable-wish';

export interface Rendered {
  text: string;
  photos: readonly string[];
  place?: string;
  /** Nothing of a wish that the wall does not show any more. */
  wish?: NonNullable<PostView['wish']>;
}

/** Of a wish that is not there any more nobody can say what was agreed to. */
const NOTHING_AGREED = { showName: false, showPhoto: false, minor: false } as const;

const consentsOf = (post: PostDoc, wish: WishCardDoc | undefined): PostConsents => ({
  ...(post.people === undefined ? {} : { people: post.people }),
  aboutMinor: concernsMinor(post.text),
  ...(wish ? { wish: { ...wish.consent, minor: isMinors(wish) } } : post.wish ? { wish: NOTHING_AGREED } : {}),
});

function nameOf(name: Rendering['name'], wish: WishCardDoc, host: Host): string {
  switch (name) {
    case 'full':
      return openContact(host, wish).name;
    case 'masked':
      return maskedWisher(openContact(host, wish).name, wish);
    case 'minor':
      return '未成年人';
    case 'nobody':
      return '一位居民';
  }
}

/** Who knows whom the deed was for anyway (DESIGN.md section 6): its author, the group's leaders, the town's staff. */
const knowsWisher = (post: PostDoc, caller: Caller | null): boolean =>
  caller !== null && (isOwnPost(post, caller) || leads(post, caller) || seesTown(caller));

export interface Reader {
  audience: Audience;
  /** None for what leaves the app. */
  caller?: Caller | null;
}

export function render(
  post: PostDoc,
  wish: WishCardDoc | undefined,
  { audience, caller = null }: Reader,
  host: Host,
): Rendered {
  const rendering = renderingFor(audience, consentsOf(post, wish));
  const village = wish?.village ?? post.village;
  const place = rendering.place === 'team' ? `${village ?? ''}${wish?.team ?? ''}` : (village ?? '');
  return {
    text: knowsWisher(post, caller) ? post.text : (post.publicText ?? post.text),
    photos: rendering.photos ? post.photos : [],
    ...(place === '' ? {} : { place }),
    ...(wish?.public
      ? {
          wish: {
            id: wish._id,
            code: wish.code,
            village: wish.village,
            content: readableFor(wish, host)(wish.content),
            wisher: nameOf(rendering.name, wish, host),
          },
        }
      : {}),
  };
}
