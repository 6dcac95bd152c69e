/**
 * What a caption must not say (PRACTICE.md, 晒单): an ID or telephone number, somebody's door, a child's name. Server
 * only, as private-number is.
 */
import { findDoors } from './door-number';
import { findMinorNames } from './minor-name';
import { findPrivateNumbers } from './private-number';
import { squeezed, type Found } from './squeezed';

export type SpotKind = '身份证号' | '手机号' | '座机号' | '门牌号' | '未成年人姓名' | '心愿人姓名';

export interface Spot {
  kind: SpotKind;
  /** As it stands in the text. */
  found: string;
  /** Which character of the text it begins at, counted from 1, and how many it has. */
  at: number;
  length: number;
}

export interface Known {
  /** Of the wish that the text is about, where its wisher is a minor. */
  minorName?: string | undefined;
  /** Of all whom a text for everybody may be about. */
  wishers?: readonly { name: string; minor: boolean }[];
}

/** Each place where one of these grown-up wishers is named in full. */
function findWishers(text: string, wishers: NonNullable<Known['wishers']>): Found[] {
  const names = wishers.flatMap(({ name, minor }) => (minor ? [] : [name.replace(/\s/g, '')]));
  return names
    .filter((name) => [...name].length > 1)
    .flatMap((name) => {
      const found: Found[] = [];
      for (let index = text.indexOf(name); index >= 0; index = text.indexOf(name, index + name.length)) {
        found.push({ index, length: name.length });
      }
      return found;
    });
}

/** Every such spot, in the order of the text; none reaches into another. Blanks and full-width forms hide nothing. */
export function findSpots(text: string, { minorName, wishers = [] }: Known = {}): Spot[] {
  const flat = squeezed(text);
  const spotOf =
    (kind: SpotKind) =>
    (found: Found): Spot => ({ kind, ...flat.original(found) });
  const minors = wishers.flatMap(({ name, minor }) => (minor ? [name] : []));
  const spots = [
    ...findPrivateNumbers(text).map((number) => ({ ...number, length: [...number.found].length })),
    ...findDoors(flat.text).map(spotOf('门牌号')),
    ...[minorName, ...minors].flatMap((name) => findMinorNames(flat.text, name)).map(spotOf('未成年人姓名')),
    ...findWishers(flat.text, wishers).map(spotOf('心愿人姓名')),
  ].sort((a, b) => a.at - b.at || b.length - a.length);
  let end = 0;
  return spots.filter(({ at, length }) => {
    if (at <= end) return false;
    end = at + length - 1;
    return true;
  });
}
