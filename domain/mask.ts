/** What is shown of a private person to those who need not know (DESIGN.md section 6). */

/** 王小红 → 王**; an empty name → 某居民. */
export function maskName(name: string): string {
  const family = [...name.trim()][0];
  return family ? `${family}**` : '某居民';
}

/** 13959171093 → 139****1093 */
export function maskPhone(phone: string): string {
  return phone.length >= 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}

/** 王小红家 → 某某家: the person's own name in what was written about them; blanks within it are forgiven. */
export function withoutName(text: string, name: string): string {
  const characters = [...name.replace(/\s/g, '')];
  // A single character is a word like any other.
  if (characters.length < 2) return text;
  return text.replace(spelling(characters), '某某');
}

const spelling = (characters: readonly string[]): RegExp =>
  new RegExp(characters.map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*'), 'giu');

/** 家住刘胜村八组21号 → 家住刘胜村某处: the door, with or without the village before it; a 组 alone is no address. */
export function withoutAddress(text: string, address: string, village: string): string {
  const whole = address.replace(/\s/g, '');
  const from = whole.lastIndexOf(village);
  const door = [...(from < 0 ? whole : whole.slice(from + village.length))];
  if (door.length < 3 || !/[\d号室户幢栋弄]/u.test(door.join(''))) return text;
  return text.replace(spelling(door), '某处');
}

const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|长孙|宇文|司徒|令狐|夏侯|南宫|独孤|端木|闻人|公羊|澹台|宗政|濮阳|申屠|钟离|鲜于|司空|轩辕|百里|呼延)/;

/** The name without the family name: 王小红 → 小红, 欧阳娜 → 娜; empty where there is no more to it. */
export function givenName(name: string): string {
  const characters = [...name.replace(/\s/g, '')];
  return characters.slice(characters.length > 2 && COMPOUND.test(characters.join('')) ? 2 : 1).join('');
}
