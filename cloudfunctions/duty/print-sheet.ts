import * as contract from '../../contract/duty';
import { readableGroup } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { attendanceLabels, dutyKindLabels } from '../../domain/labels';
import { chineseDate, shanghaiDay, shanghaiMinute } from '../../domain/time';
import { keepFile } from '../kit/keep-file';
import { sheetStream, type TableColumn } from '../kit/sheet';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import * as duties from '../store/duties';
import type { AttendanceDoc } from '../store/duties';
import * as groups from '../store/groups';
import * as settings from '../store/settings';
import { AWAY } from './plan-settling';

const columns: readonly TableColumn[] = [
  { title: '序号', width: 6 },
  { title: '代表姓名', width: 12 },
  { title: '代表小组', width: 18 },
  { title: '出席情况', width: 10 },
  { title: '半天数', width: 8 },
  { title: '签到时间', width: 16 },
  { title: '请假事由', width: 24, wraps: true },
  { title: '签名', width: 18 },
];

const statusText = ({ status, away, extra }: AttendanceDoc): string => {
  if (away) return AWAY;
  if (status === 'expected') return '';
  return extra ? '列席' : attendanceLabels[status];
};

/** 签到表: to be printed before it begins and signed, or afterwards as it is on record. */
export const printSheet = useCase(contract.sheet, async ({ id }, context) => {
  const duty = await duties.get(id);
  const readable = readableGroup(duty, context.caller);
  if (!readable) throw new DomainError('FORBIDDEN', { message: '签到表由召集活动的人导出' });
  const [all, names, { town }] = await Promise.all([
    attendances.listByDuty(id, undefined, readable.groupId),
    groups.namesById(),
    settings.get(),
  ]);
  async function* rows() {
    for (const [index, one] of all.entries()) {
      yield [
        ...[index + 1, one.name, names.get(one.groupId) ?? '', statusText(one)],
        ...[one.status === 'present' ? one.halfDays : null, one.signedAt ? shanghaiMinute(one.signedAt) : null],
        ...[one.leave?.reason ?? null, null],
      ];
    }
  }
  const paper = {
    title: `${town}人大${duty.title}签到表`,
    note: [
      dutyKindLabels[duty.kind],
      `${chineseDate(duty.from)} ${shanghaiMinute(duty.from).split(' ')[1] ?? ''}`,
      `地点：${duty.place}`,
      `召集：${duty.organiser.who}`,
    ].join('　　'),
    pageLine: `导出人：${context.caller.name} · ${chineseDate(context.now)}`,
  };
  const url = await keepFile('xlsx', sheetStream({ name: '签到表', columns, rows: rows() }, paper), context);
  return { url, name: `${shanghaiDay(duty.from)}${duty.title}签到表.xlsx` };
});
