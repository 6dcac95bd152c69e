import * as contract from '../../contract/wish';
import { DomainError } from '../../domain/errors';
import { codesOf, ledgerShape, readLedger, type LedgerEntry } from '../../domain/ledger';
import { shanghaiDay } from '../../domain/time';
import { PUBLIC_COPY, isMaskedLedger, refusedSheet } from '../../domain/sheets/refused-sheet';
import { defined } from '../kit/defined';
import { readSheet } from '../kit/sheet-read';
import { useCase, type Context } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import { inTransaction } from '../store/database';
import { readDirectory } from '../store/ledger-directory';
import * as media from '../store/media';
import { payManyOnce } from '../store/points-book';
import * as wishes from '../store/wishes';
import { pointsOfLedger } from './ledger-points';
import { wishOfLedger } from './ledger-wish';

/**
 * 台账导入: all rows or none, unless the clerk accepts the good ones. `accepted` is what was written, or on a dry run
 * what would be. A number that is in the ledger already is a rejected row, so that a second import adds nothing.
 */
export const importLedger = useCase(
  contract.importLedger,
  async ({ mediaId, dryRun, acceptPartial = false }, context) => {
    const sheet = await media.getSheet(mediaId, context.caller.accountId);
    const { bytes } = await context.host.files.get(media.sheetKey(sheet._id));
    const rows = await readSheet(bytes, ledgerShape, (found) => refusedSheet(found, 'wishes'));
    if (isMaskedLedger(rows)) {
      throw new DomainError('INVALID_INPUT', { message: PUBLIC_COPY, details: { mediaId: PUBLIC_COPY } });
    }
    const taken = await wishes.findCodes(codesOf(rows));
    const { entries, rejected } = readLedger(rows, await readDirectory(), taken);
    if (dryRun) return { accepted: entries.length, rejected };
    if (rejected.length > 0 && !acceptPartial) return { accepted: 0, rejected };
    await register(entries, context);
    return { accepted: entries.length, rejected };
  },
);

/** 活动(批次): the campaign of this name, where the wish was collected while it ran. */
async function campaignsOf(entries: readonly LedgerEntry[]): Promise<(entry: LedgerEntry) => string | undefined> {
  const names = new Set(entries.flatMap(({ further }) => further.campaign ?? []));
  const known = await campaigns.listByNames([...names]);
  return ({ further, collectedAt }) => {
    const day = shanghaiDay(collectedAt);
    const ran = known.filter(({ name, from, until }) => name === further.campaign && from <= day && day <= until);
    return ran.length === 1 ? ran[0]?._id : undefined;
  };
}

async function register(entries: readonly LedgerEntry[], { caller, host, now, newId }: Context): Promise<void> {
  if (entries.length === 0) return;
  const filed = await campaignsOf(entries);
  const registered = entries.map((entry) => {
    const campaignId = filed(entry);
    return { entry, wish: { ...wishOfLedger(entry, newId(), host), ...defined({ campaignId }) } };
  });
  const booking = { by: caller.accountId, bookedAt: now, newId };
  const points = registered.flatMap(({ entry, wish }) => pointsOfLedger(entry, wish, booking));
  // The ledger, its figures and its points must agree, and a clerk must never find half a file imported.
  await inTransaction(async (tx) => {
    await wishes.insertMany(
      registered.map(({ wish }) => wish),
      tx,
    );
    await payManyOnce(points, tx);
  });
}
