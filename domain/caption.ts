/**
 * What a caption must not say (PRACTICE.md, 晒单): an ID or telephone number, somebody's door, a child's name. Server
 * only, as private-number is.
 */
import { findDoors } from './door-number';
import { findMinorNames } from './minor-name';
import { findPrivateNumbers } from './private-number';
import { squeezed, type Found } from './squeezed';

export type SpotKind = '身份证号' | '手机号' | '座机号' | '门牌号' | '未成年人姓名';

export interface Spot {
  kind: SpotKind;
  /** As it stands in the text. */
  found: string;
  /** Which character of the text it begins at, counted from 1, and how many it has. */
  at: number;
  length: number;
}

interface Known {
  /** Of the wish that the text is about, where its wisher is a minor. */
  minorName?: string | undefined;
}

/** Every such spot, in the order of the text; none reaches into another. Blanks and full-width forms hide nothing. */
export function findSpots(text: string, { minorName }: Known = {}): Spot[] {
  const flat = squeezed(text);
  const spotOf =
    (kind: SpotKind) =>
    (found: Found): Spot => ({ kind, ...flat.original(found) });
  const spots = [
    ...findPrivateNumbers(text).map((number) => ({ ...number, length: [...number.found].length })),
    ...findDoors(flat.text).map(spotOf('门牌号')),
    ...findMinorNames(flat.text, minorName).map(spotOf('未成年人姓名')),
  ].sort((a, b) => a.at - b.at || b.length - a.length);
  let end = 0;
  return spots.filter(({ at, length }) => {
    if (at <= end) return false;
    end = at + length - 1;
    return true;
  });
}
