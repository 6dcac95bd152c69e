/**
 * 信息稿件: the text that tells of a month's model. A figure stands in it by its name in 【】, so that no number is typed
 * by hand, and each is counted from rows that anybody can open.
 */
import type { Outcome } from './outcome';

/** What an article must say at least, in characters (practice notes). */
export const LEAST_CHARACTERS = 200;

/** The rows behind a figure that are kept with it. */
export const MOST_REFS = 100;

export interface Ref {
  kind: 'wish' | 'post';
  id: string;
  label: string;
}

export interface Figure {
  name: FigureName;
  value: number;
  unit: string;
  refs: Ref[];
  /** How many rows there are in all. */
  count: number;
}

/** What one representative did in a month, as far as it is counted. */
export interface CountedDeeds {
  fulfilled: readonly { ref: Ref; outcomes: readonly Outcome[] }[];
  collected: readonly { ref: Ref }[];
  /** `isAlone`: shows a deed of its own; what is about a wish counts with the wish. */
  posts: readonly { ref: Ref; thanks: number; isAlone: boolean; outcomes: readonly Outcome[] }[];
}

export const figureNames = ['办结件数', '收集件数', '晒单条数', '感谢数', '受益人数', '帮扶金额'] as const;
export type FigureName = (typeof figureNames)[number];

export const figureUnits = {
  办结件数: '件',
  收集件数: '件',
  晒单条数: '条',
  感谢数: '次',
  受益人数: '人',
  帮扶金额: '元',
} as const satisfies Record<FigureName, string>;

interface Row {
  ref: Ref;
  value: number;
}

const people = (outcomes: readonly Outcome[]): number => outcomes.reduce((sum, one) => sum + (one.people ?? 0), 0);
/** Whole fen until the end, so that no sum is off by a hair. */
const fen = (outcomes: readonly Outcome[]): number => outcomes.reduce((sum, one) => sum + (one.amountFen ?? 0), 0);

/** Each figure of one representative's month, with the rows that make it. */
export function figuresOf({ fulfilled, collected, posts }: CountedDeeds): Figure[] {
  const deeds = [...fulfilled, ...posts.filter(({ isAlone }) => isAlone)];
  const rows: Record<FigureName, Row[]> = {
    办结件数: fulfilled.map(({ ref }) => ({ ref, value: 1 })),
    收集件数: collected.map(({ ref }) => ({ ref, value: 1 })),
    晒单条数: posts.map(({ ref }) => ({ ref, value: 1 })),
    感谢数: posts.map(({ ref, thanks }) => ({ ref, value: thanks })),
    受益人数: deeds.map(({ ref, outcomes }) => ({ ref, value: people(outcomes) })),
    帮扶金额: deeds.map(({ ref, outcomes }) => ({ ref, value: fen(outcomes) })),
  };
  return figureNames.map((name) => {
    const counted = rows[name].filter(({ value }) => value > 0);
    const sum = counted.reduce((total, { value }) => total + value, 0);
    return {
      name,
      value: name === '帮扶金额' ? sum / 100 : sum,
      unit: figureUnits[name],
      refs: counted.slice(0, MOST_REFS).map(({ ref }) => ref),
      count: counted.length,
    };
  });
}

export const quote = (name: FigureName): string => `【${name}】`;

export type Segment = { text: string } | { figure: string };

/** A text cut where figures stand: '办结【办结件数】件' → 办结, the figure, 件. */
export function segmentsOf(text: string): Segment[] {
  return text
    .split(/(【[^【】]*】)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('【') && part.endsWith('】') ? { figure: part.slice(1, -1).trim() } : { text: part },
    );
}

/** The names that a text quotes, each once. */
export const quotedIn = (...texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap(segmentsOf).flatMap((part) => ('figure' in part ? part.figure : []))),
];

/** The quoted names that are no figure's. */
export const unknownIn = (...texts: readonly string[]): string[] =>
  quotedIn(...texts).filter((name) => !(figureNames as readonly string[]).includes(name));

/** The text as it is read: numbers in place of names; a name that is no figure's stays as it was written. */
export function filledIn(text: string, figures: readonly { name: string; value: number }[]): string {
  const values = new Map(figures.map(({ name, value }) => [name, value]));
  return segmentsOf(text)
    .map((part) => {
      if ('text' in part) return part.text;
      return String(values.get(part.figure) ?? `【${part.figure}】`);
    })
    .join('');
}

/** How long a text is, blanks left out. */
export const charactersIn = (text: string): number => [...text.replace(/\s/g, '')].length;
