/** Somebody's door in a text without blanks: 八组21号, 人民路88号, 3幢2单元502室. A day of the month is none. */
import type { Found } from './squeezed';

const NUMBER = '(?:\\d{1,4}[a-z甲乙丙丁]?|[零〇一二三四五六七八九十百]{1,5})(?:[-—之]\\d{1,3})?';
/** Three or four digits, and not so many of something. */
const ROOM =
  '[1-9]\\d{2,3}(?:室|房|(?![\\d.,万千]|[多余]?(?:户|人|名|位|元|米|盏|个|平|公|千|吨|立|斤|家|件|年|块|棵|套|岁|只|床|次|份|台|条|组|层|度|亩|本|箱|袋)))';
/** 5号线, 3号楼 and 2号路灯 are nobody's door; 21号下午 is a day. */
const NO_DOOR = '(?!线|楼|路|灯|杆|桥|闸|泵|站|机|井|车|球|选手|文件|台|岗|窗口|令|公告)';
const NO_DAY = '(?!上午|下午|晚|早|中午|当天|那天|这天|起|开始|之?前|以?前|之?后|以?后|[（(]?(?:周|星期|礼拜))';
const HOUSE = `(${NUMBER})[号號#]${NO_DOOR}`;

// 一座桥 is no building with rooms, A座 is.
const BUILDING = `(?:${NUMBER}(?:幢|栋|号楼)|[a-z\\d]{1,2}座)(?:${NUMBER}单元)?`;

const ROAD = '(?:路|街|巷|弄|大道|胡同|里弄)';
/** Roads that are no names: 道路12号开工 is a day. */
const NO_NAME_ROAD = '(?<![道公马小村泥修铺土条走带主支青乡]路|[一半沿网上]路)';
const PLACE = '(?:村|社区|新村|小区|花园|苑|公寓|家园|埭|宅|圩)';
const LIVES = '(?:家住|住在|住址|住于|地址|家在)[^，。；！？,.;!?\\n]{0,15}?';

interface DoorPattern {
  pattern: RegExp;
  /** Which group is the door; the whole match otherwise. */
  group?: number;
  /** Whether a number up to 31 may be a day as well: then only what is beyond it is a door. */
  mayBeDay?: boolean;
}

const doors: readonly DoorPattern[] = [
  { pattern: new RegExp(`[\\d零一二三四五六七八九十]{1,3}(?:村民小组|生产队|组|队)${HOUSE}${NO_DAY}`, 'giu') },
  { pattern: new RegExp(`(?:${NUMBER}弄|\\p{sc=Han}{0,2}${ROAD})${NO_NAME_ROAD}${HOUSE}${NO_DAY}`, 'giu') },
  { pattern: new RegExp(`\\p{sc=Han}{0,2}${PLACE}${HOUSE}${NO_DAY}`, 'giu'), mayBeDay: true },
  { pattern: new RegExp(`\\p{sc=Han}{0,2}${PLACE}${NUMBER}号(?:的?住户|人家|户|家|屋|房|院|宅)`, 'giu') },
  {
    pattern: new RegExp(`${LIVES}(?<![月\\d零〇一二三四五六七八九十百])(${NUMBER}号${NO_DOOR})${NO_DAY}`, 'giu'),
    group: 1,
  },
  { pattern: new RegExp(`${BUILDING}${ROOM}`, 'giu') },
  { pattern: new RegExp(`${BUILDING}${NUMBER}(?:室|号${NO_DOOR})`, 'giu') },
  { pattern: new RegExp(`${NUMBER}单元(?:${ROOM}|${NUMBER}[室号])`, 'giu') },
  { pattern: /(?<![\d.])[1-9]\d{2,3}室/giu },
  { pattern: new RegExp(`${NUMBER}号门牌`, 'giu') },
  { pattern: new RegExp(`门牌(?:号码?)?[:为是]*${NUMBER}(?![\\d块个张只多余户家])号?`, 'giu') },
];

const LAST_DAY = 31;
const CHINESE_DAY = /^(?:[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?)$/u;
const isDay = (number: string): boolean =>
  /^\d+$/.test(number) ? Number(number) <= LAST_DAY : CHINESE_DAY.test(number);

export function findDoors(text: string): Found[] {
  return doors.flatMap(({ pattern, group, mayBeDay = false }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const whole = match[0];
      if (mayBeDay && isDay(match[1] ?? '')) return [];
      const found = group === undefined ? whole : (match[group] ?? whole);
      return [{ index: match.index + whole.lastIndexOf(found), length: found.length }];
    }),
  );
}
