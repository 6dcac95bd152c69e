/**
 * 成效类型, 金额(元), 场次 and 受益人数 of one ledger row. Several deeds stand in one row as lists in the same order
 * (慰问金;宣讲 with 500; and ;2); one number beside several deeds is taken only where just one of them can mean it.
 * 受益人数 is who came to a lecture or a clinic, who found work, or who was given something.
 */
import {
  cellText,
  isBlank,
  isFault,
  listItems,
  plain,
  quoted,
  readCount,
  readYuan,
  type Cell,
  type Reading,
} from './cell';
import { codeOf, outcomeLabels } from './labels';
import { outcomeKinds, type Outcome, type OutcomeKind } from './outcome';

export type OutcomeTitle = '成效类型' | '金额(元)' | '场次' | '受益人数';
type Issue = (column: OutcomeTitle, reason: string) => void;

/** Which kinds a lone number beside several can only mean. */
const meant = {
  '金额(元)': ['gift', 'goods'],
  场次: ['lecture', 'clinic'],
  受益人数: outcomeKinds,
} as const satisfies Record<string, readonly OutcomeKind[]>;

type NumberTitle = keyof typeof meant;

/** null when a kind could not be read. */
function readKinds(cell: Cell, issue: Issue): OutcomeKind[] | null {
  if (isFault(cell)) {
    issue('成效类型', cell.fault);
    return null;
  }
  const labels = isBlank(cell) ? [] : listItems(cellText(cell)).filter((label) => label !== '');
  const kinds = labels.flatMap((label) => codeOf<OutcomeKind>(outcomeLabels, plain(label)) ?? []);
  if (kinds.length === labels.length) return kinds;
  const unknown = labels.filter((one) => !codeOf(outcomeLabels, plain(one)));
  issue('成效类型', `没有${quoted(unknown.join('、'))}这种成效，可填：${Object.values(outcomeLabels).join('、')}`);
  return null;
}

/** Semicolons separate; a comma belongs to the number (1,200). [] for a blank cell, null for a bad one. */
function readNumbers(
  title: NumberTitle,
  cell: Cell,
  read: (cell: Cell) => Reading<number | null>,
  issue: Issue,
): (number | null)[] | null {
  if (isBlank(cell)) return [];
  const parts: Cell[] = typeof cell === 'string' ? cell.split(/[;；、]/) : [cell];
  const numbers = parts.map(read);
  const bad = numbers.find((number) => 'reason' in number);
  if (bad && 'reason' in bad) issue(title, bad.reason);
  return bad ? null : numbers.map((number) => ('value' in number ? number.value : null));
}

/** Sets the numbers of a column beside the kinds: one for each, null where there is none. */
function place(
  title: NumberTitle,
  numbers: readonly (number | null)[],
  kinds: readonly OutcomeKind[],
  issue: Issue,
): readonly (number | null)[] {
  if (numbers.length === kinds.length || numbers.every((number) => number === null)) return numbers;
  if (kinds.length === 0) {
    issue('成效类型', `填了${title}，请填写成效类型`);
    return [];
  }
  const able: readonly OutcomeKind[] = meant[title];
  const which = kinds.filter((kind) => able.includes(kind));
  if (numbers.length === 1 && which.length === 1)
    return kinds.map((kind) => (kind === which[0] ? (numbers[0] ?? null) : null));
  issue(title, `成效类型有 ${kinds.length} 种，请按同样的顺序用分号逐项填写`);
  return [];
}

/** What was done, with each bad cell told to `issue`. */
export function readOutcomes(
  cell: (title: OutcomeTitle) => Cell,
  items: readonly (number | undefined)[],
  issue: Issue,
): Outcome[] {
  const kinds = readKinds(cell('成效类型'), issue);
  const numbers = (title: NumberTitle, read: (cell: Cell) => Reading<number | null>): readonly (number | null)[] => {
    const found = readNumbers(title, cell(title), read, issue);
    return kinds && found ? place(title, found, kinds, issue) : [];
  };
  const amounts = numbers('金额(元)', readYuan);
  const sessions = numbers('场次', readCount);
  const people = numbers('受益人数', readCount);
  return (kinds ?? []).map((kind, index) => ({
    kind,
    ...numbered('amountFen', amounts[index]),
    ...numbered('sessions', sessions[index]),
    ...numbered('people', people[index]),
    ...numbered('items', items[index]),
  }));
}

const numbered = <Field extends string>(field: Field, number: number | null | undefined): { [F in Field]?: number } =>
  (number === null || number === undefined ? {} : { [field]: number }) as { [F in Field]?: number };

type OutcomeCells = Record<OutcomeTitle, string | number | null>;

function joined(numbers: readonly (number | undefined)[]): string | number | null {
  if (numbers.every((number) => number === undefined)) return null;
  // A lone number stays a number, so that the spreadsheet can sum the column.
  return numbers.length === 1 ? (numbers[0] ?? null) : numbers.map((number) => number ?? '').join(';');
}

export function writeOutcomes(outcomes: readonly Outcome[]): OutcomeCells {
  return {
    成效类型: outcomes.length > 0 ? outcomes.map(({ kind }) => outcomeLabels[kind]).join(';') : null,
    '金额(元)': joined(outcomes.map(({ amountFen }) => (amountFen === undefined ? undefined : amountFen / 100))),
    场次: joined(outcomes.map(({ sessions }) => sessions)),
    受益人数: joined(outcomes.map(({ people }) => people)),
  };
}
