import * as contract from '../../contract/points-proposals';
import { checkSpan, mayEndAbsence } from '../../domain/absence';
import { DomainError } from '../../domain/errors';
import { startOfDay } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as absences from '../store/absences';
import { inTransaction } from '../store/database';
import { viewAbsence } from './view-absence';

/** 已回岗: the last day of an absence that had no end. */
export const endAbsence = useCase(contract.endAbsence, async ({ id, until }, { caller }) => {
  const absence = await absences.get(id);
  if (!mayEndAbsence(absences.asAbsence(absence), caller)) {
    throw new DomainError('FORBIDDEN', { message: '这个时段不能由您填写结束日期' });
  }
  if (!startOfDay(until)) throw new DomainError('INVALID_INPUT', { details: { until: '没有这一天' } });
  checkSpan({ from: absence.from, until });
  const ended = await inTransaction((tx) => absences.changeIn(absence, { until }, tx));
  if (!ended) throw new DomainError('WRONG_STATE', { message: '这个时段刚刚有人修改过，请刷新后再看' });
  return viewAbsence(ended, caller);
});
