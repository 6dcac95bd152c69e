/** What a post is called on its way out of the app. */
import { outcomeLabels } from './labels';
import type { Outcome } from './outcome';

/** As much as a share card shows. */
const TITLE_CHARACTERS = 30;

/** The first characters of a text on one line, with … where there are more. */
export function firstWords(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

/** 周建平代表晒单：… in at most thirty characters. */
export const shareTitle = (representative: string, text: string): string =>
  firstWords(`${representative}代表晒单：${text}`, TITLE_CHARACTERS);

const grouped = (value: number): string => {
  const [whole = '', part] = String(value).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part.padEnd(2, '0')}`}`;
};

/** 物资 300 元 */
export function outcomeWords({ kind, amountFen, sessions, people, items }: Outcome): string {
  const figures: [number | undefined, string][] = [
    [amountFen === undefined ? undefined : amountFen / 100, '元'],
    [sessions, '场'],
    [people, '人'],
    [items, '件'],
  ];
  const said = figures.flatMap(([value, unit]) => (value === undefined ? [] : [`${grouped(value)} ${unit}`]));
  return [outcomeLabels[kind], ...said].join(' ');
}
