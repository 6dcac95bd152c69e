/**
 * The columns that the full ledger has beyond the town's own (practice notes, sheet 1). Some are carried by an import,
 * the others follow from orders, photos and dates and are only written.
 */
import {
  cellText,
  isBlank,
  isFault,
  listItems,
  plainText,
  quoted,
  readCount,
  readDay,
  readText,
  type Cell,
} from './cell';
import type { TableRow } from './cell-table';
import {
  behalfConsentLabels,
  closeClassLabels,
  codeOf,
  difficultyLabels,
  helperPartLabels,
  resolutionLabels,
} from './labels';
import { hasClaim, hasDone } from './ledger-checks';
import type { LedgerDirectory, LedgerPerson } from './ledger-people';
import type { BehalfConsent, CloseClass, Difficulty, HelperPart, Resolution, WishStatus } from './wish';

export const furtherTitles = [
  '活动(批次)',
  '所属代表小组',
  '人员类别',
  '是否代笔',
  '代笔人',
  '与心愿人关系',
  '审核人',
  '审核日期',
  '难度',
  '共同认领',
  '认领方式',
  '首次联系时间',
  '暂缓至',
  '是否交办',
  '主办部门',
  '协办部门',
  '交办单号',
  '交办日期',
  '答复日期',
  '受益数量与单位',
  '办结类别',
  '是否解决',
  '回访方式',
  '回访人',
  '回访日期',
  '重办次数',
  '逾期天数',
  '佐证照片数',
  '佐证照片编号',
  '公开范围与授权',
] as const;
export type FurtherTitle = (typeof furtherTitles)[number];

export const MINOR = '未成年人';
export const ASSIGNED = '指派';
export const CHOSEN = '自领';
export const yesNo = (yes: boolean): string => (yes ? '是' : '否');

export interface LedgerHelper {
  person: LedgerPerson;
  part: HelperPart;
}

/** A step of the wish's life that the ledger tells of: who and on which day. */
export interface LedgerStep {
  who: string;
  at: Date;
}

/** What the further columns say; a field is missing where its column is, or is blank. */
export interface LedgerFurther {
  /** 活动(批次) by its name. */
  campaign?: string;
  minor?: boolean;
  selfSubmitted?: boolean;
  reviewed?: LedgerStep;
  difficulty?: Difficulty;
  helpers?: LedgerHelper[];
  assigned?: boolean;
  contactedAt?: Date;
  resumeOn?: Date;
  closeClass?: CloseClass;
  resolved?: Resolution;
  calledBack?: LedgerStep;
  reopenCount?: number;
  consent?: { showName: boolean; showPhoto: boolean };
  behalfConsent?: BehalfConsent;
}

type Issue = (column: FurtherTitle, reason: string) => void;
type CellOf = (title: FurtherTitle) => Cell;

export interface Consents {
  consent: { showName: boolean; showPhoto: boolean };
  behalfConsent?: BehalfConsent;
}

/** 姓名公开、照片不公开、当面口头同意 */
export const writeConsents = ({ consent, behalfConsent }: Consents): string =>
  [
    consent.showName ? '姓名公开' : '姓名不公开',
    consent.showPhoto ? '照片公开' : '照片不公开',
    ...(behalfConsent ? [behalfConsentLabels[behalfConsent]] : []),
  ].join('、');

/** Only the very words open anything: whatever else paper says, nothing is shown. */
function readConsents(text: string): Pick<LedgerFurther, 'consent' | 'behalfConsent'> {
  const words = listItems(text);
  const behalfConsent = words.map((word) => codeOf<BehalfConsent>(behalfConsentLabels, word)).find(Boolean);
  return {
    consent: { showName: words.includes('姓名公开'), showPhoto: words.includes('照片公开') },
    ...(behalfConsent ? { behalfConsent } : {}),
  };
}

/** 沈丽芳(出物), 吕国华(第二代表小组)(其他): the part stands last. */
const HELPER = /^(.+)[(（]([^()（）]+)[)）]$/;

export const writeHelper = (name: string, part: HelperPart): string => `${name}(${helperPartLabels[part]})`;

function readHelpers(
  text: string,
  directory: LedgerDirectory,
  groupId: string | undefined,
  issue: Issue,
): LedgerHelper[] {
  return listItems(text)
    .filter((item) => item !== '')
    .flatMap((item) => {
      const [, name = '', word = ''] = HELPER.exec(item) ?? [];
      const part = codeOf<HelperPart>(helperPartLabels, word);
      const found = directory.person(part ? name : item, groupId);
      if ('value' in found) return [{ person: found.value, part: part ?? 'other' }];
      issue('共同认领', found.reason);
      return [];
    });
}

function readLabel<Code extends string>(
  cell: Cell,
  title: FurtherTitle,
  labels: Record<Code, string>,
  issue: Issue,
): Code | undefined {
  if (isFault(cell)) issue(title, cell.fault);
  if (isBlank(cell) || isFault(cell)) return undefined;
  const code = codeOf(labels, plainText(cell));
  if (!code)
    issue(title, `没有${quoted(cellText(cell))}这种${title}，可填：${Object.values<string>(labels).join('、')}`);
  return code ?? undefined;
}

function readDate(cell: Cell, title: FurtherTitle, issue: Issue): Date | undefined {
  const read = readDay(cell);
  if ('value' in read) return read.value ?? undefined;
  issue(title, read.reason);
  return undefined;
}

const MOST_NAME = 50;

/** A name and its day belong together; one without the other tells of no step. */
function readStep(
  cell: CellOf,
  who: '审核人' | '回访人',
  day: '审核日期' | '回访日期',
  issue: Issue,
): LedgerStep | undefined {
  const name = readText(cell(who), MOST_NAME);
  if ('reason' in name) issue(who, name.reason);
  const at = readDate(cell(day), day, issue);
  return 'value' in name && name.value !== '' && at ? { who: name.value, at } : undefined;
}

const ways = { assigned: ASSIGNED, chosen: CHOSEN } as const;
const answers = { yes: '是', no: '否' } as const;
/** By the letter, whatever is written behind it. */
const classOf = (cell: Cell): CloseClass | undefined =>
  (Object.keys(closeClassLabels) as CloseClass[]).find((letter) => plainText(cell).toUpperCase().startsWith(letter));

function readClass(cell: Cell, issue: Issue): CloseClass | undefined {
  if (isFault(cell)) issue('办结类别', cell.fault);
  if (isBlank(cell) || isFault(cell)) return undefined;
  const found = classOf(cell);
  if (!found) issue('办结类别', `没有${quoted(cellText(cell))}这种办结类别，可填：A、B、C、D`);
  return found;
}

function readReopens(cell: Cell, issue: Issue): number | undefined {
  const read = readCount(cell);
  if ('value' in read) return read.value === null || read.value === 0 ? undefined : read.value;
  issue('重办次数', read.reason);
  return undefined;
}

/** What a status has no place for is a mistake of the row, not to be lost without a word. */
function checkPlaces(
  { helpers, contactedAt, resumeOn, closeClass, resolved }: LedgerFurther,
  about: RowFacts,
  issue: Issue,
): void {
  const { status, isClaimed } = about;
  if (status === undefined) return;
  const claimed = hasClaim(status) && isClaimed;
  if (helpers && !claimed) issue('共同认领', '没有认领代表，不应填写共同认领');
  if (contactedAt && !claimed) issue('首次联系时间', '没有认领代表，不应填写首次联系时间');
  if (resumeOn && status !== 'paused') issue('暂缓至', '只有暂缓的心愿填写暂缓至');
  if (closeClass && !hasDone(status) && status !== 'answered') issue('办结类别', '还没有办结，不应填写办结类别');
  if (resolved && !hasDone(status)) issue('是否解决', '还没有办结，不应填写是否解决');
}

interface RowFacts {
  status: WishStatus | undefined;
  isClaimed: boolean;
  groupId: string | undefined;
}

export function readFurther(
  { cell }: Pick<TableRow<FurtherTitle>, 'cell'>,
  about: RowFacts,
  directory: LedgerDirectory,
  issue: Issue,
): LedgerFurther {
  const helpers = isFault(cell('共同认领'))
    ? []
    : readHelpers(cellText(cell('共同认领')), directory, about.groupId, issue);
  const onBehalf = readLabel(cell('是否代笔'), '是否代笔', answers, issue);
  const way = readLabel(cell('认领方式'), '认领方式', ways, issue);
  const said: { [Field in keyof LedgerFurther]: LedgerFurther[Field] | undefined } = {
    campaign: plainText(cell('活动(批次)')) || undefined,
    minor: plainText(cell('人员类别')) === MINOR ? true : undefined,
    selfSubmitted: onBehalf === undefined ? undefined : onBehalf === 'no',
    reviewed: readStep(cell, '审核人', '审核日期', issue),
    difficulty: readLabel<Difficulty>(cell('难度'), '难度', difficultyLabels, issue),
    helpers: helpers.length > 0 ? helpers : undefined,
    assigned: way === 'assigned' ? true : undefined,
    contactedAt: readDate(cell('首次联系时间'), '首次联系时间', issue),
    resumeOn: readDate(cell('暂缓至'), '暂缓至', issue),
    closeClass: readClass(cell('办结类别'), issue),
    resolved: readLabel<Resolution>(cell('是否解决'), '是否解决', resolutionLabels, issue),
    calledBack: readStep(cell, '回访人', '回访日期', issue),
    reopenCount: readReopens(cell('重办次数'), issue),
    ...(isBlank(cell('公开范围与授权')) ? {} : readConsents(cellText(cell('公开范围与授权')))),
  };
  const further = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as LedgerFurther;
  checkPlaces(further, about, issue);
  return further;
}
