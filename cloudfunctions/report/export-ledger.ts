import * as contract from '../../contract/report';
import { ledgerColumns, ledgerRow, type LedgerRow } from '../../domain/ledger-writing';
import { contains, queryTerms, searchedTexts } from '../../domain/search-terms';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { SHEET_TYPE, sheetStream } from '../kit/sheet';
import { useCase } from '../kit/use-case';
import { readDirectory } from '../store/ledger-directory';
import * as media from '../store/media';
import { wishFilter } from '../store/wish-filter';
import * as wishes from '../store/wishes';
import { ledgerScope } from './ledger-scope';
import { collectedWithin, daySpan } from './span';

/**
 * The working ledger with names and phones, for those who keep it; every export is in the audit log. The file is an
 * unused upload of the caller's, so that it is swept away after a day and can be imported as it is.
 */
export const exportLedger = useCase(
  contract.ledger,
  async ({ scope, from, to, ...filter }, { caller, now, newId, host }) => {
    const collectedAt = collectedWithin(daySpan({ from, to }));
    const wanted = {
      ...ledgerScope(scope, caller),
      ...wishFilter(filter),
      ...(collectedAt === undefined ? {} : { collectedAt }),
    };
    const written = { rows: 0 };
    const rows = ledgerRows(wanted, filter.q ?? '', host, written);
    const id = newId();
    await media.insert({
      _id: id,
      kind: 'sheet',
      accountId: caller.accountId,
      at: now,
      used: false,
      width: 0,
      height: 0,
    });
    await host.files.put(
      media.sheetKey(id),
      sheetStream({ name: '心愿台账', columns: ledgerColumns, rows }),
      SHEET_TYPE,
    );
    const [url = ''] = await host.files.links([media.sheetKey(id)], 'private');
    return { url, rows: written.rows };
  },
);

async function* ledgerRows(
  wanted: wishes.WishFilterDoc,
  q: string,
  host: Host,
  written: { rows: number },
): AsyncGenerator<LedgerRow> {
  // Punctuation alone finds nothing, rather than everything.
  if (q !== '' && queryTerms(q).length === 0) return;
  const people = await readDirectory();
  for await (const wish of wishes.eachInLedger(wanted)) {
    // Pairs of characters find candidates; those that only happen to have all the pairs are left out here.
    if (!contains(q, ...searchedTexts(wish))) continue;
    written.rows += 1;
    yield ledgerRow({ ...wish, wisher: openContact(host, wish) }, written.rows, people);
  }
}
