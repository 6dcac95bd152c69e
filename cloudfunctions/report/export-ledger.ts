import * as contract from '../../contract/report';
import { ledgerColumns, ledgerRow } from '../../domain/ledger-writing';
import type { SheetValue } from '../../domain/sheets/sheet';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { sheetStream } from '../kit/sheet';
import { useCase } from '../kit/use-case';
import { readDirectory } from '../store/ledger-directory';
import * as wishLists from '../store/wish-lists';
import { keepFile } from '../kit/keep-file';
import { ledgerScope } from './ledger-scope';
import { collectedWithin, daySpan } from './span';
import { wantedWishes, type WantedWishes } from './wanted-wishes';

/** The working ledger with names and phones, for those who keep it; every export is in the audit log. */
export const exportLedger = useCase(contract.ledger, async ({ scope, from, to, ...filter }, context) => {
  const { caller, now, host } = context;
  const groupId = ledgerScope(scope, caller, filter.groupId);
  const collectedAt = collectedWithin(daySpan({ from, to }));
  const wanted = wantedWishes({ groupId, filter, collectedAt }, host, now);
  const written = { rows: 0 };
  const rows = ledgerRows(wanted, host, written);
  const url = await keepFile('xlsx', sheetStream({ name: '心愿台账', columns: ledgerColumns, rows }), context);
  return { url, rows: written.rows };
});

async function* ledgerRows(
  wanted: WantedWishes | null,
  host: Host,
  written: { rows: number },
): AsyncGenerator<SheetValue[]> {
  if (!wanted) return;
  const people = await readDirectory();
  for await (const wish of wishLists.eachInLedger(wanted.filter)) {
    // Pairs of characters find candidates; those that only happen to have all the pairs are left out here.
    if (!wanted.matches(wish)) continue;
    written.rows += 1;
    const row = ledgerRow({ ...wish, wisher: openContact(host, wish) }, written.rows, people);
    yield ledgerColumns.map(({ title }) => row[title]);
  }
}
