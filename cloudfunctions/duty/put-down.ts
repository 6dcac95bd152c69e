import { DomainError } from '../../domain/errors';
import * as attendances from '../store/attendances';
import type { AttendanceChange } from '../store/attendances';
import type { Tx } from '../store/database';
import * as duties from '../store/duties';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import type { RepresentativeDoc } from '../store/representatives';

/** The duty as it is within the transaction; throws WRONG_STATE once it is settled or cancelled. */
export async function plannedDuty(id: string, tx: Tx): Promise<DutyDoc> {
  const duty = await duties.get(id, tx);
  if (duty.status === 'planned') return duty;
  throw new DomainError('WRONG_STATE', {
    message: duty.status === 'settled' ? '考勤已经确认，不能再改' : '活动已经取消',
  });
}

/** Puts down one person's attendance; somebody who was not called comes on the list as 列席. */
export async function putDown(
  dutyId: string,
  person: RepresentativeDoc,
  change: (known: AttendanceDoc) => AttendanceChange,
  tx: Tx,
): Promise<AttendanceDoc> {
  const duty = await plannedDuty(dutyId, tx);
  const known = await attendances.find(dutyId, person._id, tx);
  if (known) {
    const moved = await attendances.moveIfOpen(known, change(known), tx);
    if (!moved) throw attendances.overtaken();
    return moved;
  }
  // The duty moves along: whoever settles it at this moment reads the list again, with this person on it.
  if (!(await duties.moveIn(duty, {}, null, tx))) throw attendances.overtaken();
  const added: AttendanceDoc = { ...attendances.attendanceOf(duty, person), extra: true };
  await attendances.insertMany([added], tx);
  const moved = await attendances.moveIfOpen(added, change(added), tx);
  if (!moved) throw attendances.overtaken();
  return moved;
}
