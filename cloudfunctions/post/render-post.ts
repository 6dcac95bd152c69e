/** One post as an audience gets it (domain/post-rendering): the only place that turns a stored post into what is shown. */
import type { PostView } from '../../contract/post';
import type { Caller } from '../../domain/caller';
import { knowsWisher } from '../../domain/post';
import { renderingFor, type Audience, type Rendering } from '../../domain/post-rendering';
import { maskedWisher } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { consentsOf } from '../kit/post-consents';
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
  const knows = knowsWisher(post, caller);
  const village = wish?.village ?? post.village;
  const place = rendering.place === 'team' ? `${village ?? ''}${wish?.team ?? ''}` : (village ?? '');
  return {
    text: knows ? post.text : (post.publicText ?? post.text),
    photos: rendering.photos && (knows || !rendering.onlyForKnowing) ? post.photos : [],
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
