/**
 * What a spreadsheet's cell may hold once the file format is left behind, and how its text is read into a value or a
 * reason. A formula counts by the result that the spreadsheet program stored; text that looks like one stays text.
 */
import { phoneNumber } from './phone';
import { DAY_MS, startOfDay } from './time';

/** A calendar day as the spreadsheet shows it, in Asia/Shanghai. */
export interface CellDay {
  day: string;
}

/** A cell that cannot be read at all: an error value, a formula without a result. */
export interface CellFault {
  fault: string;
}

export type Cell = string | number | boolean | CellDay | CellFault | null;

/** A value, or the reason in Chinese why there is none. */
export type Reading<Value> = { value: Value } | { reason: string };

export const isDay = (cell: Cell): cell is CellDay => typeof cell === 'object' && cell !== null && 'day' in cell;
export const isFault = (cell: Cell): cell is CellFault => typeof cell === 'object' && cell !== null && 'fault' in cell;

/** As the person reads it on the screen, without blanks around it; '' for a blank cell and for a fault. */
export function cellText(cell: Cell): string {
  if (cell === null || isFault(cell)) return '';
  if (isDay(cell)) return cell.day;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell).trim();
}

export const isBlank = (cell: Cell): boolean => !isFault(cell) && cellText(cell) === '';

/** Full-width letters, digits and brackets as half-width, no blanks: for comparing titles, names and labels. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

export const plainText = (cell: Cell): string => plain(cellText(cell));

const QUOTED_CHARACTERS = 30;

/** What stands in a cell, for a reason that speaks of it: a long text by its beginning. */
export function quoted(text: string): string {
  const characters = [...text];
  return `“${characters.length > QUOTED_CHARACTERS ? `${characters.slice(0, QUOTED_CHARACTERS).join('')}…` : text}”`;
}

/** Items separated by ; ； 、 or ， with the blank ones kept, so that lists of several columns stay aligned. */
export const listItems = (text: string): string[] => text.split(/[;；、,，]/).map((item) => item.trim());

// Excel counts days from 1899-12-30; these are 1954 and 2118, so that no year and no small number is taken for a day.
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);

const digitsOfDay = /^(\d{4})(\d{2})(\d{2})$/;
const writtenDays = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  digitsOfDay,
];

function asDay([, year = '', month = '', day = '']: RegExpExecArray): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year >= '1950' && year <= '2100' && startOfDay(written) ? written : null;
}

/** 2021-5-8, 2021/05/08, 2021.5.8, 2021年5月8日 or 20210508, with a time of day behind it or not. */
function dayOfText(text: string): string | null {
  const written = plain(text.normalize('NFKC').replace(/[T\s]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?\s*$/, ''));
  for (const pattern of writtenDays) {
    const found = pattern.exec(written);
    if (found) return asDay(found);
  }
  return null;
}

function dayOfNumber(number: number): string | null {
  if (number >= FIRST_SERIAL && number <= LAST_SERIAL) {
    return new Date(EXCEL_EPOCH_MS + Math.floor(number) * DAY_MS).toISOString().slice(0, 10);
  }
  const found = digitsOfDay.exec(String(number));
  return found ? asDay(found) : null;
}

function dayOf(cell: Cell): string | null {
  if (typeof cell === 'number') return dayOfNumber(cell);
  return dayOfText(cellText(cell));
}

/** The instant at which the day begins in Asia/Shanghai; null for a blank cell. */
export function readDay(cell: Cell): Reading<Date | null> {
  if (isFault(cell)) return { reason: cell.fault };
  if (isBlank(cell)) return { value: null };
  const day = dayOf(cell);
  const start = day === null ? null : startOfDay(day);
  return start ? { value: start } : { reason: `${quoted(cellText(cell))}不是能识别的日期，应如 2021-05-08` };
}

/** '' for a blank cell: a paper ledger does not always have the number. */
export function readPhone(cell: Cell): Reading<string> {
  if (isFault(cell)) return { reason: cell.fault };
  if (isBlank(cell)) return { value: '' };
  const number = phoneNumber(cellText(cell));
  return number === null ? { reason: `${quoted(cellText(cell))}不是手机号或座机号` } : { value: number };
}

/** Text of at most `max` characters; '' for a blank cell. */
export function readText(cell: Cell, max: number): Reading<string> {
  if (isFault(cell)) return { reason: cell.fault };
  const text = cellText(cell);
  const length = [...text].length;
  return length > max ? { reason: `最多 ${max} 个字，现有 ${length} 个字` } : { value: text };
}

/** Digits with thousands separators or none; the groups are checked, so that 1,2 is not taken for 12. */
const NUMBER = /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

function numberOf(cell: Cell, units: RegExp): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = plain(cell).replace(units, '');
  const [, negative = '', digits = ''] = /^(-?)(.*)$/.exec(text) ?? [];
  if (!NUMBER.test(digits)) return null;
  return Number(digits.replaceAll(',', '')) * (negative ? -1 : 1);
}

const MAX_YUAN = 10_000_000;
const MAX_COUNT = 1_000_000;

/** Yuan with at most two decimals → whole fen; null for a blank cell. Words (三千元, 3万) are no amount. */
export function readYuan(cell: Cell): Reading<number | null> {
  if (isFault(cell)) return { reason: cell.fault };
  if (isBlank(cell)) return { value: null };
  const yuan = numberOf(cell, /^[¥￥]|元$/g);
  if (yuan === null) return { reason: `${quoted(cellText(cell))}不是金额，请只填数字，单位为元` };
  if (yuan < 0) return { reason: '金额不能小于 0' };
  if (yuan > MAX_YUAN) return { reason: '金额太大，请核对' };
  const fen = Math.round(yuan * 100);
  // A spreadsheet keeps 0.1 + 0.2 as 0.30000000000000004: that is still two decimals.
  return Math.abs(yuan * 100 - fen) < 1e-6 ? { value: fen } : { reason: '金额最多两位小数' };
}

/** A whole number of sessions, people or things; null for a blank cell. */
export function readCount(cell: Cell): Reading<number | null> {
  if (isFault(cell)) return { reason: cell.fault };
  if (isBlank(cell)) return { value: null };
  const count = numberOf(cell, /(人次|[人场次件])$/);
  if (count === null || !Number.isInteger(count)) return { reason: `${quoted(cellText(cell))}不是整数` };
  if (count < 0) return { reason: '不能小于 0' };
  return count > MAX_COUNT ? { reason: '数字太大，请核对' } : { value: count };
}
