import type { RuleChange, RuleVersion } from '../../../../contract/points-rules';
import { NOT_POINTS, readCap, readPoints, typed } from './numbers';

export const spans = ['day', 'month', 'year', 'thing'] as const;
export const difficulties = ['easy', 'medium', 'hard'] as const;
export const ratings = ['satisfied', 'fair', 'unrated', 'unsatisfied'] as const;

export interface Grade {
  /** Of the row in the form. */
  key: number;
  name: string;
  points: string;
}

type Texts<Name extends string> = Record<Name, string>;

/** The form as it is typed; a deduction's points without their sign. */
export interface RuleValues {
  name: string;
  points: string;
  evidence: string;
  caps: Texts<(typeof spans)[number]>;
  grades: Grade[];
  difficulty: Texts<(typeof difficulties)[number]>;
  factor: Texts<(typeof ratings)[number]>;
  ends: boolean;
  until: string;
}

const textsOf = <Name extends string>(names: readonly Name[], of: (name: Name) => number | undefined) =>
  Object.fromEntries(names.map((name) => [name, typed(of(name))])) as Texts<Name>;

export const valuesOf = ({ name, points, evidence, caps, grades, scale, ends, until }: RuleChange): RuleValues => ({
  ...{ name, evidence, until: until ?? '', ends: ends === true },
  points: typed(points),
  caps: textsOf(spans, (span) => caps[span]),
  grades: (grades ?? []).map((grade, key) => ({ key, name: grade.name, points: typed(grade.points) })),
  difficulty: textsOf(difficulties, (one) => scale?.difficulty[one]),
  factor: textsOf(ratings, (one) => scale?.factor[one]),
});

type Reasons = Record<string, string>;

interface Read {
  change: RuleChange;
  /** By field; the change is good where there are none. */
  reasons: Reasons;
}

/** The change that the form says, and what of it cannot be read. */
export function readValues(rule: RuleVersion, before: RuleChange, values: RuleValues): Read {
  if (values.ends) return { change: ended(before), reasons: {} };
  const reasons: Reasons = {};
  const points = (field: string, text: string): number => {
    const read = readPoints(text);
    if (read === null) reasons[field] = NOT_POINTS;
    return read ?? 0;
  };
  const { code, version, part, grades, scale } = rule;
  const { name, evidence, until } = values;
  if (name.trim().length < 2) reasons.name = '名称至少 2 个字';
  if (evidence.trim() === '') reasons.evidence = '请填写所需证明';
  const worth = grades || scale ? 0 : points('points', values.points);
  const change: RuleChange = {
    ...{ code, version, name: name.trim(), evidence: evidence.trim() },
    points: part === 'deduction' ? -worth : worth,
    caps: readCaps(values.caps, reasons),
    ...(grades ? { grades: values.grades.map((grade) => readGrade(grade, points)) } : {}),
    ...(scale ? { scale: readScale(values, points) } : {}),
    ...(until === '' ? {} : { until }),
  };
  if (!grades && !scale && worth === 0 && !('points' in reasons)) reasons.points = '分值应大于 0；不再记分请选“停用”';
  return { change, reasons };
}

/** A rule that ends keeps its terms, whatever has been typed. */
function ended({ until: _until, ...terms }: RuleChange): RuleChange {
  return { ...terms, ends: true };
}

function readCaps(texts: RuleValues['caps'], reasons: Reasons): RuleChange['caps'] {
  const caps: RuleChange['caps'] = {};
  for (const span of spans) {
    const read = readCap(texts[span]);
    if (!read) reasons[`cap-${span}`] = NOT_POINTS;
    else if (read.cap !== undefined) caps[span] = read.cap;
  }
  return caps;
}

type ReadPoints = (field: string, text: string) => number;

const readGrade = ({ key, name, points }: Grade, read: ReadPoints) => ({
  name: name.trim(),
  points: read(`grade-${key}`, points),
});

const readScale = ({ difficulty, factor }: RuleValues, read: ReadPoints) => ({
  difficulty: {
    easy: read('difficulty-easy', difficulty.easy),
    medium: read('difficulty-medium', difficulty.medium),
    hard: read('difficulty-hard', difficulty.hard),
  },
  factor: {
    satisfied: read('factor-satisfied', factor.satisfied),
    fair: read('factor-fair', factor.fair),
    unrated: read('factor-unrated', factor.unrated),
    unsatisfied: read('factor-unsatisfied', factor.unsatisfied),
  },
});
