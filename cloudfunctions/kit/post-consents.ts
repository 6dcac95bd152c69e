/** What is known of a post's consents, for every area that shows its photos. */
import type { PeopleInPhotos, PostConsents } from '../../domain/post-rendering';
import { concernsMinor, isMinors } from '../../domain/wish-privacy';
import { defined } from './defined';

interface Post {
  text: string;
  people?: PeopleInPhotos;
  /** That it is about one, whether or not it is still there. */
  wish?: { id: string };
}

interface LinkedWish {
  content: string;
  minor?: boolean;
  consent: { showName: boolean; showPhoto: boolean };
}

/** Of a wish that is not there any more nobody can say what was agreed to. */
const NOTHING_AGREED = { showName: false, showPhoto: false, minor: false } as const;

/** `wish`: the linked one, as it is now. */
export const consentsOf = ({ people, text, wish: linked }: Post, wish: LinkedWish | undefined): PostConsents =>
  defined({
    people,
    aboutMinor: concernsMinor(text),
    wish: wish ? { ...wish.consent, minor: isMinors(wish) } : linked && NOTHING_AGREED,
  });
