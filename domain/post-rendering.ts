/**
 * One post, three renderings (内部、群、公开): which name, place and photos each audience gets, by consent. The internal
 * one is for representatives and staff in the app; the group's is what is drawn on cards, posters and the brief; the
 * public one is for everybody else.
 */
import { hasRole, type Caller } from './caller';

export const audiences = ['internal', 'group', 'public'] as const;
export type Audience = (typeof audiences)[number];

/**
 * 照片里认得出的群众: nobody is; they agreed that everybody may see it; that the group may; nobody has asked them.
 * Left unsaid, the consent given with the wish decides, and a post without a wish is public.
 */
export const peopleInPhotos = ['none', 'agreed', 'group', 'unasked'] as const;
export type PeopleInPhotos = (typeof peopleInPhotos)[number];

export interface PostConsents {
  people?: PeopleInPhotos;
  /** Whether the post's own words are about a child. */
  aboutMinor?: boolean;
  /** Of the wish that the post is about. */
  wish?: { showName: boolean; showPhoto: boolean; minor: boolean };
}

export interface Rendering {
  /** full: the wisher's name; masked: 王**; minor: 未成年人; nobody: 一位居民. */
  name: 'full' | 'masked' | 'minor' | 'nobody';
  /** team: 刘胜村八组; village: 刘胜村. */
  place: 'team' | 'village';
  photos: boolean;
  /** A child's face: inside too, only for those who know whom the deed was for (post.ts, knowsWisher). */
  onlyForKnowing: boolean;
}

/** A department follows an order and not the deed: for posts it is one of everybody else. */
export const audienceOf = (caller: Caller | null): Audience =>
  hasRole(caller, 'representative', 'liaison', 'presidium', 'admin') ? 'internal' : 'public';

/** How far its photos go: `audiences` stands in the order from the nearest to the widest. */
function widestForPhotos({ people, aboutMinor, wish }: PostConsents): Audience {
  if (people === 'none') return 'public';
  if (people === 'unasked' || wish?.minor === true) return 'internal';
  if (people === 'group') return 'group';
  // What was agreed to later goes as far as the group; what was said no to at submission never goes public.
  if (people === 'agreed') return wish && !wish.showPhoto ? 'group' : 'public';
  // Nobody has said anything of these photos: a child's face is not shown on the strength of that.
  return aboutMinor === true || (wish && !wish.showPhoto) ? 'internal' : 'public';
}

const showsChild = ({ people, aboutMinor, wish }: PostConsents): boolean =>
  people !== 'none' && (wish?.minor === true || (people === undefined && aboutMinor === true));

function nameFor(audience: Audience, { wish }: PostConsents): Rendering['name'] {
  if (wish?.minor) return 'minor';
  if (wish?.showName) return 'full';
  return audience === 'public' ? 'nobody' : 'masked';
}

export const renderingFor = (audience: Audience, consents: PostConsents): Rendering => ({
  name: nameFor(audience, consents),
  place: audience === 'internal' ? 'team' : 'village',
  photos: audiences.indexOf(audience) <= audiences.indexOf(widestForPhotos(consents)),
  onlyForKnowing: showsChild(consents),
});
