import * as contract from '../../contract/duty';
import { MOST_DUTY_ROWS, dutyNamesOf, dutySheetShape, readDutySheet, type KnownDuty } from '../../domain/duty-sheet';
import { DomainError } from '../../domain/errors';
import { readSheet } from '../kit/sheet-read';
import { useCase } from '../kit/use-case';
import { inTransaction, type Tx } from '../store/database';
import * as attendances from '../store/attendances';
import * as duties from '../store/duties';
import { readDirectory } from '../store/ledger-directory';
import * as media from '../store/media';
import { enterOnRecord } from './enter-on-record';

type Rows = Parameters<typeof readDutySheet>[0];

/**
 * 导入考勤: all rows or none, unless the clerk accepts the good ones. Who is on a duty already is a rejected row, so that
 * a second import adds nothing.
 */
export const importAttendance = useCase(
  contract.importAttendance,
  async ({ mediaId, dryRun, acceptPartial = false }, context) => {
    const sheet = await media.getSheet(mediaId, context.caller.accountId);
    const { bytes } = await context.host.files.get(media.sheetKey(sheet._id));
    const rows = await readSheet(bytes, dutySheetShape);
    if (rows.length > MOST_DUTY_ROWS) {
      const reason = `一次最多导入 ${MOST_DUTY_ROWS} 行考勤，现有 ${rows.length} 行，请分成几个文件`;
      throw new DomainError('INVALID_INPUT', { message: reason, details: { mediaId: reason } });
    }
    const people = await readDirectory();
    const read = async (tx?: Tx) => readDutySheet(rows, people, await knownOf(rows, tx), context.now);
    if (dryRun) {
      const { entries, rejected } = await read();
      return { accepted: entries.length, rejected };
    }
    // Read again within: of two imports of one file at once the second finds what the first has written.
    return inTransaction(async (tx) => {
      const { entries, rejected } = await read(tx);
      if (rejected.length > 0 && !acceptPartial) return { accepted: 0, rejected };
      await enterOnRecord(entries, context, tx);
      return { accepted: entries.length, rejected };
    });
  },
);

/** What is there of the duties that the sheet speaks of. */
async function knownOf(rows: Rows, tx?: Tx): Promise<Map<string, KnownDuty>> {
  const known = new Map<string, KnownDuty>();
  for (const duty of await duties.listByNames(dutyNamesOf(rows), tx)) {
    const refusal = refusalOf(duty);
    const there = refusal === undefined ? await attendances.listByDuty(duty._id, tx) : [];
    known.set(duty.named, {
      ...(refusal === undefined ? {} : { refusal }),
      representativeIds: new Set(there.map(({ representativeId }) => representativeId)),
    });
  }
  return known;
}

/** Rows are added to what was imported before, and to nothing else. */
function refusalOf({ token, status }: duties.DutyDoc): string | undefined {
  if (token !== undefined) return '系统里已经召集过这次活动，请在活动页登记考勤';
  return status === 'settled' ? undefined : '这次活动的考勤正在重新核对，请在活动页登记考勤';
}
