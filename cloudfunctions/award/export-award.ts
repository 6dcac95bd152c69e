import * as contract from '../../contract/award';
import { candidateRows, exportSheets, nominationRows, planRows, rowsRows, vetoRows } from '../../domain/award-export';
import type { ExportRow } from '../../domain/award-export';
import { isCandidate } from '../../domain/award-moves';
import { planLines } from '../../domain/award-texts';
import { DomainError } from '../../domain/errors';
import { awardStatusLabels } from '../../domain/labels';
import { chineseDate, shanghaiDay, shanghaiMinute } from '../../domain/time';
import { keepFile } from '../kit/keep-file';
import { sheetsStream, type FileTable, type SheetPaper } from '../kit/sheet';
import { useCase, type Context } from '../kit/use-case';
import * as awardObjections from '../store/award-objections';
import * as awardRows from '../store/award-rows';
import * as awards from '../store/awards';
import * as settings from '../store/settings';
import { asAward } from './move-award';

type Objection = awardObjections.AwardObjectionDoc;

/** Everything on record of an award: the list can be computed again from the file alone (npm run award). */
export const exportAward = useCase(contract.export, async ({ id }, context) => {
  const { caller } = context;
  const award = await awards.get(id);
  if (isCandidate(asAward(award), caller))
    throw new DomainError('FORBIDDEN', { message: '您是候选人，请由其他人导出' });
  const rows = await awardRows.listByAward(id);
  const objections = await awardObjections.listAll(id);
  const { town } = await settings.get();
  const tables = [...listTables(award, rows), ...recordTables(award, objections)];
  const url = await keepFile('xlsx', sheetsStream(tables, paperOf(award, town, context)), context);
  return { url, name: `${award.name}-评选全过程.xlsx` };
});

const WIDTHS: Readonly<Record<string, number>> = {
  数据: 24,
  说明: 70,
  理由: 60,
  原因: 40,
  内容: 60,
  答复: 40,
  意见: 40,
  事迹: 60,
  积分链末端: 68,
  备注: 40,
};

async function* each(rows: readonly ExportRow[]): AsyncGenerator<ExportRow> {
  yield* rows;
}

const tableOf = (name: string, columns: readonly string[], rows: readonly ExportRow[]): FileTable => ({
  name,
  columns: columns.map((title) => ({ title, width: WIDTHS[title] ?? 16, wraps: (WIDTHS[title] ?? 0) > 24 })),
  rows: each(rows),
});

const timeOf = (at: Date | undefined): string =>
  at ? `${shanghaiDay(at)} ${shanghaiMinute(at).split(' ')[1] ?? ''}` : '';

/** What the list is computed from, and what it came to. */
function listTables(award: awards.AwardDoc, rows: Parameters<typeof rowsRows>[1]): FileTable[] {
  const { plan, nominations, candidates, winners, decision, frozen } = award;
  const asked = nominations.map(({ representativeId, name, reason, proposed, signed }) => ({
    ...{ representativeId, name, reason, signed: signed !== undefined },
    ...{ proposedBy: proposed.who, signedBy: signed?.who ?? '' },
  }));
  const decided = winners.map(({ representativeId, name }): ExportRow => [
    ...[representativeId, name, decision?.minuteNumber ?? '', decision?.day ?? ''],
  ]);
  const facts: ExportRow[] = [
    ['评选', award.name, `${award.year}年度，目前：${awardStatusLabels[award.status]}`],
    ['积分冻结时间', timeOf(frozen?.at), frozen ? `共 ${frozen.entries} 条积分明细` : null],
    ['积分链摘要', frozen?.heads ?? '', '冻结时全体代表积分链末端的 SHA-256'],
    ...planLines(plan).map((line): ExportRow => ['方案条文', null, line]),
  ];
  const made = {
    plan: [...planRows(plan), ...facts],
    rows: rowsRows(plan, rows),
    nominations: nominationRows(asked),
    vetoes: vetoRows(candidates),
    candidates: candidateRows(candidates),
    winners: decided,
  };
  return Object.entries(exportSheets).map(([key, { name, columns }]) =>
    tableOf(name, columns, made[key as keyof typeof made]),
  );
}

/** Who said and did what on the way. */
function recordTables(award: awards.AwardDoc, objections: readonly Objection[]): FileTable[] {
  const nameOf = new Map(award.candidates.map(({ representativeId, name }) => [representativeId, name]));
  const checks = award.checks.map(({ representativeId, clear, reason, by, confirmed }): ExportRow => [
    ...[representativeId, nameOf.get(representativeId) ?? '', clear ? '通过' : '不通过', reason],
    ...[by.who, timeOf(by.at), confirmed?.who ?? '', timeOf(confirmed?.at)],
  ]);
  const summaries = (award.summaries ?? []).map(({ representativeId, text, by }): ExportRow => [
    ...[representativeId, nameOf.get(representativeId) ?? '', text, by.who, timeOf(by.at)],
  ]);
  const votes = award.votes.map(({ who, at, chosen, note }): ExportRow => [
    ...[who, timeOf(at), chosen.map((id) => nameOf.get(id) ?? id).join('、'), note ?? ''],
  ]);
  const announced = award.announced.map(
    ({ representativeId, name, groupName, summary, from, until, removed }): ExportRow => [
      ...[representativeId, name, groupName, summary, timeOf(from), timeOf(until), removed?.reason ?? ''],
    ],
  );
  const said = objections.map(({ representativeId, text, at, who, answer }): ExportRow => [
    ...[representativeId === undefined ? '整个名单' : (nameOf.get(representativeId) ?? ''), text, timeOf(at), who],
    ...[
      answer ? (answer.upheld ? '成立' : '不成立') : '待答复',
      answer?.reason ?? '',
      answer?.who ?? '',
      timeOf(answer?.at),
    ],
  ]);
  const steps = award.timeline.map(({ at, who, what, note }): ExportRow => [timeOf(at), who, what, note ?? '']);
  return [
    tableOf('纪律核查', ['代表编号', '姓名', '结果', '内容', '登记人', '登记时间', '确认人', '确认时间'], checks),
    tableOf('事迹简介', ['代表编号', '姓名', '内容', '填写人', '填写时间'], summaries),
    tableOf('表决意见', ['表决人', '时间', '选择', '意见'], votes),
    tableOf('公示', ['代表编号', '姓名', '小组', '事迹', '开始', '结束', '撤下原因'], announced),
    tableOf('异议', ['对象', '内容', '时间', '提出人', '结论', '答复', '答复人', '答复时间'], said),
    tableOf('办理经过', ['时间', '办理人', '事项', '备注'], steps),
  ];
}

const paperOf = ({ name }: awards.AwardDoc, town: string, { caller, now }: Context): SheetPaper => ({
  title: `${town}${name}评选全过程`,
  note: `制表单位：${town}人大　　日期：${chineseDate(now)}　　导出人：${caller.name}`,
  pageLine: `导出人：${caller.name} · ${timeOf(now)} · 仅供内部使用`,
});
