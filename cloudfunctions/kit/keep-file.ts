import type { Readable } from 'node:stream';
import * as media from '../store/media';
import { CSV_TYPE, PAPER_TYPE, PDF_TYPE, SHEET_TYPE } from './file-types';
import type { Context } from './use-case';

const formats = {
  xlsx: { kind: 'sheet', type: SHEET_TYPE, keyOf: media.sheetKey },
  docx: { kind: 'paper', type: PAPER_TYPE, keyOf: media.paperKey },
  pdf: { kind: 'pdf', type: PDF_TYPE, keyOf: media.pdfKey },
  csv: { kind: 'text', type: CSV_TYPE, keyOf: media.textKey },
} as const;

/**
 * Puts a file that was made here for one person behind a private link. It is an unused upload of theirs, so that it is
 * swept away after a day, and a spreadsheet can be imported as it is.
 */
export async function keepFile(
  format: keyof typeof formats,
  bytes: Buffer | Readable,
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
