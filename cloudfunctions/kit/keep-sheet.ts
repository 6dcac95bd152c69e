/** A spreadsheet that is made here for one person: an unused upload of theirs, so that it is swept away after a day. */
import * as media from '../store/media';
import { SHEET_TYPE, sheetStream, type FileTable, type SheetPaper } from './sheet';
import type { Context } from './use-case';

/** Answers a private link to it. */
export async function keepSheet(
  table: FileTable,
  paper: SheetPaper | undefined,
  { caller, now, newId, host }: Context,
): Promise<string> {
  const id = newId();
  const key = media.sheetKey(id);
  const { accountId } = caller;
  await media.insert({ _id: id, kind: 'sheet', accountId, at: now, used: false, width: 0, height: 0 });
  await host.files.put(key, sheetStream(table, paper), SHEET_TYPE);
  const [url = ''] = await host.files.links([key], 'private');
  return url;
}
