/**
 * A change of the rules: new versions that hold from a day after today, so that no deed that is done changes its worth.
 * What may be changed are a rule's terms; its code, part, unit and way stay.
 */
import { DomainError } from './errors';
import type { Caps, FulfilmentScale, PointsRule, PointsScheme, RuleBook, RuleCode } from './points-rules';
import { addDays, shanghaiDay, startOfDay } from './time';

/** now: it holds; coming: it will; past: it did; never: a newer one stood in its place before it began, or it ends the rule. */
export const spanStates = ['now', 'coming', 'past', 'never'] as const;

export interface HeldSpan {
  state: (typeof spanStates)[number];
  from: string;
  /** Both days are included. */
  until?: string;
}

interface Versioned {
  version: number;
  from: string;
  until?: string;
}

export function dayBefore(day: string): string {
  const start = startOfDay(day);
  if (!start) throw new Error(`there is no day ${day}`);
  return shanghaiDay(addDays(start, -1));
}

/** The first day from which a change may hold: tomorrow. */
export const earliestFrom = (now: Date): string => shanghaiDay(addDays(now, 1));

/** On which days each version does hold, as versionAt (domain/points-rules) finds it. */
export function heldSpan({ version, from, until }: Versioned, all: readonly Versioned[], today: string): HeldSpan {
  const next = all
    .filter((other) => other.version > version)
    .reduce<string | undefined>(
      (first, other) => (first === undefined || other.from < first ? other.from : first),
      undefined,
    );
  const ends = [until, next === undefined ? undefined : dayBefore(next)].filter((day) => day !== undefined).sort();
  const [last] = ends;
  const state = () => {
    if (last !== undefined && last < from) return 'never';
    if (last !== undefined && last < today) return 'past';
    return from > today ? 'coming' : 'now';
  };
  return { state: state(), from, ...(last === undefined ? {} : { until: last }) };
}

/** Whether all that this version says is that the rule ends. */
export const isEnd = ({ from, until }: Pick<Versioned, 'from' | 'until'>): boolean =>
  until !== undefined && until < from;

/** All the terms of one rule, in tenths. */
export interface RuleTerms {
  code: RuleCode;
  /** The newest version that the editor saw. */
  version: number;
  name: string;
  tenths: number;
  grades?: readonly { name: string; tenths: number }[];
  scale?: FulfilmentScale;
  capTenths: Caps;
  evidence: string;
  until?: string;
  ends?: true;
}

export interface SchemeTerms {
  version: number;
  preset: PointsScheme['preset'];
  partCaps: PointsScheme['partCaps'];
}

export interface Change {
  rules: readonly RuleTerms[];
  scheme?: SchemeTerms;
}

const schemeNames = { hundred: '百分制', cumulative: '累计制' } as const satisfies Record<
  PointsScheme['preset'],
  string
>;

/** The version that these terms make of the newest one. A rule that ends has a span without a day. */
export function nextRule(newest: PointsRule, terms: RuleTerms, from: string): PointsRule {
  const { code, part, unit, way } = newest;
  const { name, tenths, grades, scale, capTenths, evidence, ends } = terms;
  const until = ends ? dayBefore(from) : terms.until;
  return {
    ...{ code, part, unit, way, name, tenths, capTenths, evidence, from },
    version: newest.version + 1,
    ...(grades ? { grades } : {}),
    ...(scale ? { scale } : {}),
    ...(until === undefined ? {} : { until }),
  };
}

export const nextScheme = (newest: PointsScheme, { preset, partCaps }: SchemeTerms, from: string): PointsScheme => ({
  version: newest.version + 1,
  preset,
  name: schemeNames[preset],
  partCaps,
  from,
});

type Reasons = Record<string, string>;

function amountReasons({ part, grades, scale }: PointsRule, terms: RuleTerms): Reasons {
  const reasons: Reasons = {};
  const isDeduction = part === 'deduction';
  if (grades) {
    const names = terms.grades?.map(({ name }) => name) ?? [];
    if (names.length === 0) reasons.grades = '这条规则按档次记分，至少留一个档次';
    else if (new Set(names).size < names.length) reasons.grades = '档次名称不能重复';
    else if (terms.grades?.some(({ tenths }) => tenths <= 0)) reasons.grades = '每个档次的分值应大于 0';
  } else if (terms.grades) reasons.grades = '这条规则没有档次';
  if (scale && !terms.scale) reasons.scale = '请填写难度分和评价系数';
  if (!scale && terms.scale) reasons.scale = '这条规则不按难度和评价记分';
  if (grades || scale) {
    if (terms.tenths !== 0) reasons.points = '这条规则不填单项分值';
  } else if (isDeduction && terms.tenths >= 0) reasons.points = '扣分应小于 0';
  else if (!isDeduction && terms.tenths <= 0) reasons.points = '分值应大于 0；不再记分请选“停用”';
  return reasons;
}

function capReasons({ day, month, year }: Caps): Reasons {
  if (day !== undefined && month !== undefined && day > month) return { 'caps.day': '每日上限不能高于每月上限' };
  if (month !== undefined && year !== undefined && month > year) return { 'caps.month': '每月上限不能高于每年上限' };
  if (day !== undefined && year !== undefined && day > year) return { 'caps.day': '每日上限不能高于每年上限' };
  return {};
}

function untilReasons({ until, ends }: RuleTerms, from: string): Reasons {
  if (until === undefined) return {};
  if (ends) return { until: '已选停用，不用再填截止日期' };
  return until < from ? { until: '截止日期不能早于生效日期' } : {};
}

const capsText = (caps: Caps): string => JSON.stringify([caps.day, caps.month, caps.year, caps.thing]);

const termsText = ({ name, tenths, grades, scale, capTenths, evidence, until }: PointsRule, ends: boolean): string =>
  JSON.stringify([
    ...[name, tenths, grades?.map((grade) => [grade.name, grade.tenths]), evidence, capsText(capTenths)],
    scale && [scale.difficulty.easy, scale.difficulty.medium, scale.difficulty.hard],
    scale && [scale.factor.satisfied, scale.factor.fair, scale.factor.unrated, scale.factor.unsatisfied],
    ends ? 'ends' : until,
  ]);

/** Whether these terms say anything else than the newest version says. */
export const isChanged = (newest: PointsRule, terms: RuleTerms): boolean =>
  termsText(newest, isEnd(newest)) !== termsText(nextRule(newest, terms, newest.from), terms.ends === true);

const isSchemeChanged = (newest: PointsScheme, { preset, partCaps }: SchemeTerms): boolean =>
  preset !== newest.preset ||
  (['meeting', 'duty', 'honour', 'deduction'] as const).some((part) => partCaps[part] !== newest.partCaps[part]);

/** The newest versions that there are, begun or not. */
export interface Newest {
  rules: ReadonlyMap<RuleCode, PointsRule>;
  scheme: PointsScheme;
}

/** What is wrong with a change that is to hold from a day; by the path of the field. */
export function changeReasons({ rules, scheme }: Change, newest: Newest, from: string): Reasons {
  const reasons: Reasons = {};
  if (rules.length === 0 && !scheme) reasons.changes = '还没有改动';
  const seen = new Set<RuleCode>();
  for (const [index, terms] of rules.entries()) {
    const rule = newest.rules.get(terms.code);
    const found = rule
      ? { ...amountReasons(rule, terms), ...capReasons(terms.capTenths), ...untilReasons(terms, from) }
      : { code: '没有这条规则' };
    for (const [field, reason] of Object.entries(found)) reasons[`changes.${index}.${field}`] = reason;
    if (seen.has(terms.code)) reasons[`changes.${index}.code`] = '同一条规则只能改一次';
    else if (rule && !isChanged(rule, terms)) reasons[`changes.${index}.code`] = `“${rule.name}”没有改动`;
    seen.add(terms.code);
  }
  if (scheme && !isSchemeChanged(newest.scheme, scheme)) reasons.scheme = '记分方式没有改动';
  return reasons;
}

/** Throws INVALID_INPUT with the reason of each field; WRONG_STATE where somebody has made a newer version meanwhile. */
export function checkChange(change: Change, newest: Newest, from: string): void {
  const stale = change.rules.find(({ code, version }) => (newest.rules.get(code)?.version ?? version) !== version);
  if (stale || (change.scheme && change.scheme.version !== newest.scheme.version)) throw changedMeanwhile();
  const details = changeReasons(change, newest, from);
  const [first] = Object.values(details);
  if (first !== undefined) throw new DomainError('INVALID_INPUT', { message: first, details });
}

export const changedMeanwhile = (): DomainError =>
  new DomainError('WRONG_STATE', { message: '规则刚刚被别人修改过，请刷新后重新核对改动' });

/** Throws INVALID_INPUT for a day that is none, or that has begun. */
export function checkFrom(from: string, now: Date): void {
  if (!startOfDay(from)) throw new DomainError('INVALID_INPUT', { details: { from: '没有这一天' } });
  if (from < earliestFrom(now)) {
    throw new DomainError('INVALID_INPUT', { details: { from: '最早从明天起生效，已经发生的履职不受影响' } });
  }
}

/** What would hold on a day if the change held on it. */
export function changedBook(book: RuleBook, { rules, scheme }: Change, newest: Newest): RuleBook {
  const changed = new Map(book.rules);
  for (const terms of rules) {
    const rule = newest.rules.get(terms.code);
    if (!rule) continue;
    const { until: _until, ...always } = nextRule(rule, terms, rule.from);
    if (terms.ends) changed.delete(terms.code);
    else changed.set(terms.code, always);
  }
  return { rules: changed, scheme: scheme ? nextScheme(book.scheme, scheme, book.scheme.from) : book.scheme };
}
