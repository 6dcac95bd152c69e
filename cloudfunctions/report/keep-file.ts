import type { Readable } from 'node:stream';
import { CSV_TYPE } from '../kit/csv';
import { SHEET_TYPE } from '../kit/sheet';
import type { Context } from '../kit/use-case';
import * as media from '../store/media';

/**
 * Puts a file that was made here behind a private link. It is an unused upload of the caller's, so that it is swept
 * away after a day, and a spreadsheet can be imported as it is.
 */
export async function keepFile(
  format: 'xlsx' | 'csv',
  bytes: Readable,
  { caller, now, newId, host }: Context,
): Promise<string> {
  const _id = newId();
  const kind = format === 'xlsx' ? 'sheet' : 'text';
  const key = format === 'xlsx' ? media.sheetKey(_id) : media.textKey(_id);
  await media.insert({ _id, kind, accountId: caller.accountId, at: now, used: false, width: 0, height: 0 });
  await host.files.put(key, bytes, format === 'xlsx' ? SHEET_TYPE : CSV_TYPE);
  const [url = ''] = await host.files.links([key], 'private');
  return url;
}
