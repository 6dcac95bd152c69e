/**
 * Who may see what of a wish (DESIGN.md section 6): the contact is for the claimer, the group's liaison and the
 * presidium; everybody else meets 王** of 刘胜村.
 */
import { hasRole, seesTown, type Caller } from './caller';
import { givenName, maskName, withoutAddress, withoutName } from './mask';
import { maskPrivateNumbers } from './private-number';
import { isPublicStatus, type Wish, type WishStatus } from './wish';
import { isClaimer, isOwn, isSubmitter, leads } from './wish-actors';

export const isWisher = (wish: Wish, caller: Caller | null): boolean => caller !== null && isOwn(wish, caller);

/** Those who deal with the wish: its submitter, its claimer, the group's liaison, the town's staff. */
export const dealsWith = (wish: Wish, caller: Caller | null): boolean =>
  caller !== null && (isSubmitter(wish, caller) || isClaimer(wish, caller) || leads(wish, caller) || seesTown(caller));

/** A department follows the wish of its order, with the wisher's contact masked as for everybody. */
export const isOrdered = ({ departmentIds = [] }: Wish, caller: Caller | null): boolean =>
  caller?.departmentId !== undefined && hasRole(caller, 'department') && departmentIds.includes(caller.departmentId);

/** What the public wall does not show is between those who deal with it. */
export const maySee = (wish: Wish, caller: Caller | null): boolean =>
  (isPublicStatus(wish.status) && !wish.hidden) || dealsWith(wish, caller) || isOrdered(wish, caller);

/** A claimer needs the contact while the wish is in hand, and no longer. */
export const contactStatuses: readonly WishStatus[] = ['claimed', 'coordinating', 'paused', 'fulfilled'];

export const mayReveal = (wish: Wish, caller: Caller | null): boolean =>
  caller !== null &&
  (isWisher(wish, caller) || leads(wish, caller) || (isClaimer(wish, caller) && contactStatuses.includes(wish.status)));

// Words that make it safer to take a wish for one by or about a minor; wrong the other way would show a child.
const MINOR = new RegExp(
  [
    '未成年|未满十八|婴儿|幼儿|儿童|孤儿|孩子|小孩|小朋友|宝宝|娃娃|学前班',
    '小学生|初中生|中学生|高中生|中考|高考|年级|[初高][一二三](?![层米楼])|[上入转休辍]学|书包',
    '[读念上][^，。；！？,.;!?]{0,12}(?:小学|初中|高中|中学)',
    '(?:^|[^\\d零一二三四五六七八九十百])(?:1[0-7]|\\d|十[一二三四五六七]?|[一二两三四五六七八九])\\s*周?岁',
  ].join('|'),
);

export const concernsMinor = (content: string): boolean => MINOR.test(content.normalize('NFKC'));

interface Consented {
  content: string;
  /** Said at submission; the words of the content say it too. */
  minor?: boolean;
  consent: { showName: boolean; showPhoto: boolean };
}

/** A wish by or about a minor: never shown with name, face or school. */
export const isMinors = ({ minor = false, content }: Pick<Consented, 'minor' | 'content'>): boolean =>
  minor || concernsMinor(content);

/** The full name is for the wisher, and for all where the wisher agreed and is no minor. */
export const showsName = (wish: Wish & Consented, caller: Caller | null): boolean =>
  isWisher(wish, caller) || (wish.consent.showName && !isMinors(wish));

export const showsPhotos = (wish: Wish & Consented, caller: Caller | null): boolean =>
  dealsWith(wish, caller) || (wish.consent.showPhoto && !isMinors(wish));

/** The whole group's ledger is its liaison's; a member sees what the public sees of it. */
export const seesWholeGroup = (caller: Caller): boolean => hasRole(caller, 'liaison');

/** 王小红 → 王**; of a minor's wish not even the family name. */
export const maskedWisher = (name: string, wish: Pick<Consented, 'minor' | 'content'>): string =>
  isMinors(wish) ? '未成年人' : maskName(name);

/** Blanks within a word hide nothing. */
const spaced = (words: readonly string[]): string => words.map((word) => [...word].join('\\s*')).join('|');

const SCHOOL_KINDS = spaced([
  ...['小学', '中学', '初中', '高中', '大学', '学校', '学院', '学堂', '书院', '校区', '校园', '分校'],
  ...['幼儿园', '幼稚园', '幼托', '托儿所', '托育园', '托班', '晚托班', '托管班', '托管中心', '早教中心'],
  ...['职校', '职高', '职中', '技校', '中专', '附小', '附中', '实小', '实中', '实幼', '中心校', '完小', '机幼'],
  ...['培训班', '辅导班', '补习班', '兴趣班'],
]);
// 一小、二中、第三小; but 一小时 and 其中 are words of every day.
const NUMBERED_SCHOOL =
  '第?[一二三四五六七八九十\\d]+\\s*(?:小(?![时段块部些半会步点片袋包瓶箱孩朋伙姐])|中(?![间的旬午国心层]))';
/** What a name is made of, up to a word that no name of a school has in it. */
const NAME_PART = '(?:(?![的了给在是到去把被着吗呢])[\\p{L}\\p{N} \\u3000·•“”"‘’「」《》（）()-]){1,24}?';
const NUMERAL = '[一二三四五六七八九十\\p{Nd}]';
const CLASS = new RegExp(
  `(?:${NUMERAL}{1,2}\\s*年级|[初高大中小托]?${NUMERAL}?)\\s*[（(]?\\s*${NUMERAL}{1,4}\\s*[)）]?\\s*班|[大中小托]班`,
  'gu',
);
// A school with its name; without one, what kind it is says little and 小学生 nothing at all.
const SCHOOL = new RegExp(
  `${NAME_PART}(?:${SCHOOL_KINDS}|${NUMBERED_SCHOOL})|(?:${SCHOOL_KINDS})(?!生)|${NUMBERED_SCHOOL}`,
  'gu',
);

/**
 * A text about a minor without the school and the class: rather too much is left out than a name let through, and what
 * says nothing of a school stays as it is.
 */
export const withoutSchool = (text: string): string => text.replace(SCHOOL, '某学校').replace(CLASS, '某班');

interface Hidden {
  name: string;
  minor: boolean;
  showsName: boolean;
  /** The door is nobody's to read, whoever agreed to be named. */
  home?: { address: string; village: string };
}

/** A text of a wish as those read it who do not deal with it: no number, no name nor door of the wisher, no school of a minor. */
export function publicText(text: string, { name, minor, showsName: isNameShown, home }: Hidden): string {
  const unnumbered = maskPrivateNumbers(home ? withoutAddress(text, home.address, home.village) : text);
  if (isNameShown && !minor) return unnumbered;
  const unnamed = withoutName(unnumbered, name);
  // A child is known by the given name too.
  return minor ? withoutSchool(withoutName(unnamed, givenName(name))) : unnamed;
}
