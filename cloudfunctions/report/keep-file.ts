import type { Readable } from 'node:stream';
import { CSV_TYPE } from '../kit/csv';
import { PDF_TYPE } from '../kit/pdf';
import { SHEET_TYPE } from '../kit/sheet';
import type { Context } from '../kit/use-case';
import * as media from '../store/media';

const formats = {
  xlsx: { kind: 'sheet', type: SHEET_TYPE, keyOf: media.sheetKey },
  csv: { kind: 'text', type: CSV_TYPE, keyOf: media.textKey },
  pdf: { kind: 'pdf', type: PDF_TYPE, keyOf: media.pdfKey },
} as const;

/**
 * Puts a file that was made here behind a private link. It is an unused upload of the caller's, so that it is swept
 * away after a day, and a spreadsheet can be imported as it is.
 */
export async function keepFile(
  format: keyof typeof formats,
  bytes: Readable,
  { caller, now, newId, host }: Context,
): Promise<string> {
  const _id = newId();
  const { kind, type, keyOf } = formats[format];
  const key = keyOf(_id);
  await media.insert({ _id, kind, accountId: caller.accountId, at: now, used: false, width: 0, height: 0 });
  await host.files.put(key, bytes, type);
  const [url = ''] = await host.files.links([key], 'private');
  return url;
}
