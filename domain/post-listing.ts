/** The lists that a post stands in: each combination of what a feed is narrowed by has a key, as for wishes (listing.ts). */
import type { Category } from './wish';

export interface PostFilter {
  /** One place at most: a group, a representative or a village. */
  groupId?: string | undefined;
  representativeId?: string | undefined;
  village?: string | undefined;
  category?: Category | undefined;
  featured?: boolean | undefined;
}

const joined = (place: string, category = '', featured = false): string =>
  [place, category, featured ? 'featured' : ''].join('|');

const placeOf = ({ groupId, representativeId, village }: PostFilter): string => {
  if (representativeId !== undefined) return `representative:${representativeId}`;
  if (village !== undefined) return `village:${village}`;
  return groupId === undefined ? '' : `group:${groupId}`;
};

/** The key of the list asked for. A representative stands before a village, a village before a group. */
export const postListKey = (asked: PostFilter): string => joined(placeOf(asked), asked.category, asked.featured);

interface ListedPost {
  groupId: string;
  representativeId: string;
  village?: string;
  category?: Category;
  isFeatured: boolean;
}

/** The keys of all lists that a published post stands in. */
export function postListKeys({ groupId, representativeId, village, category, isFeatured }: ListedPost): string[] {
  const places = ['', placeOf({ groupId }), placeOf({ representativeId }), ...(village ? [placeOf({ village })] : [])];
  const categories = category ? [undefined, category] : [undefined];
  const choices = isFeatured ? [false, true] : [false];
  return places.flatMap((place) => categories.flatMap((kind) => choices.map((only) => joined(place, kind, only))));
}
