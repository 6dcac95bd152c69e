/**
 * The lists that a wish stands in. Each combination of what a ledger is narrowed by (place, category, channel) has a
 * key, and a wish keeps the keys of all its lists, so that two indexes serve every list in every order at any size.
 */
import type { Category, Channel } from './wish';

export interface Narrowed {
  groupId?: string | undefined;
  village?: string | undefined;
  category?: Category | undefined;
  channel?: Channel | undefined;
  /** The lists of one person: what they handed in, what they claimed. */
  submitterId?: string | undefined;
  claimerId?: string | undefined;
}

const joined = (place: string, category = '', channel = ''): string => [place, category, channel].join('|');
const ofGroup = (groupId: string): string => `group:${groupId}`;
const ofVillage = (village: string): string => `village:${village}`;
const bySubmitter = (accountId: string): string => `submitter:${accountId}`;
const ofClaimer = (representativeId: string): string => `claimer:${representativeId}`;
const numbered = (tail: string): string => `number:${tail}`;

/** The key of the narrowest list that holds all that is asked for, and whether it holds nothing else. */
export function listKey(asked: Narrowed): { key: string; isWhole: boolean } {
  const { groupId, village, category, channel, submitterId, claimerId } = asked;
  const isAlone = Object.values(asked).filter((value) => value !== undefined).length === 1;
  if (claimerId !== undefined) return { key: ofClaimer(claimerId), isWhole: isAlone };
  if (submitterId !== undefined) return { key: bySubmitter(submitterId), isWhole: isAlone };
  const place = village === undefined ? (groupId === undefined ? '' : ofGroup(groupId)) : ofVillage(village);
  return { key: joined(place, category, channel), isWhole: village === undefined || groupId === undefined };
}

/** CJ-2026-0160 is found by 0160 and by 2026-0160. */
const CODE = /^.*?(\d{4})-(\d{3,})$/;

function numberKeys(code: string): string[] {
  const [, year = '', serial = ''] = CODE.exec(code) ?? [];
  return serial === '' ? [] : [numbered(serial), numbered(`${year}-${serial}`)];
}

/** What somebody asks for who types a wish's number: the whole of it, or the key of its tail; null: other words. */
export function askedNumber(query: string): { code: string } | { key: string } | null {
  const text = query.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (/^(\d{4}-)?\d{3,8}$/.test(text)) return { key: numbered(text.replace(/\d+$/, (tail) => tail.padStart(4, '0'))) };
  return /^[\p{L}\p{N}]+-\d{4}-\d{3,}$/u.test(text) ? { code: text } : null;
}

interface ListedWish {
  code: string;
  groupId: string;
  village: string;
  category: Category;
  channel: Channel;
  submitterId?: string;
  claimer?: { representativeId: string };
}

/** The keys of all lists that the wish stands in. */
export function listKeys({ code, groupId, village, category, channel, submitterId, claimer }: ListedWish): string[] {
  const places = ['', ofGroup(groupId), ofVillage(village)];
  const categories = [undefined, category];
  const channels = [undefined, channel];
  return [
    ...places.flatMap((place) => categories.flatMap((kind) => channels.map((by) => joined(place, kind, by)))),
    ...(submitterId === undefined ? [] : [bySubmitter(submitterId)]),
    ...(claimer === undefined ? [] : [ofClaimer(claimer.representativeId)]),
    ...numberKeys(code),
  ];
}
