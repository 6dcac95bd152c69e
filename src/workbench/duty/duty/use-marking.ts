import { useState } from 'react';
import type { AttendanceView } from '../../../../contract/duty-views';
import type { AttendanceStatus } from '../../../../domain/duty';
import { attendanceLabels } from '../../../../domain/labels';
import { call } from '../../../platform/call';
import { CallError, messageOf } from '../../../platform/call-error';
import { toast } from '../../../platform/toast';

/** Answers the refusal that a form must show, null once it is done or said. */
export type DoMark = (row: AttendanceView, status: AttendanceStatus, reason?: string) => Promise<unknown>;
export type DoAnswer = (row: AttendanceView, agree: boolean, reason?: string) => Promise<unknown>;

interface Marks {
  failure: string;
  mark: DoMark;
  answer: DoAnswer;
}

/** Marks one person after the other; the same mark once more takes it back. */
export function useMarking(id: string, onMarked: (row: AttendanceView) => void): Marks {
  const [failure, setFailure] = useState('');
  const attempt = async (said: string, send: () => Promise<{ attendance: AttendanceView }>, inForm: boolean) => {
    setFailure('');
    try {
      onMarked((await send()).attendance);
      toast(said);
      return null;
    } catch (error) {
      if (inForm && error instanceof CallError && error.code !== 'WRONG_STATE') return error;
      setFailure(messageOf(error));
      return null;
    }
  };
  return {
    failure,
    mark: (row, status, reason) =>
      attempt(
        status === 'expected' ? `${row.name}的登记已撤销` : `${row.name}：${attendanceLabels[status]}`,
        () =>
          call('duty.mark', {
            ...{ id, representativeId: row.id, status },
            ...(reason === undefined ? {} : { reason }),
          }),
        reason !== undefined,
      ),
    answer: (row, agree, reason) =>
      attempt(
        `${row.name}：${agree ? '已准假' : '没有准假'}`,
        () =>
          call('duty.agreeLeave', {
            ...{ id, representativeId: row.id, agree },
            ...(reason === undefined ? {} : { reason }),
          }),
        reason !== undefined,
      ),
  };
}
