import { Workbook } from 'exceljs';
import { account } from '../../../cloudfunctions/account/use-cases';
import { media } from '../../../cloudfunctions/media/use-cases';
import * as store from '../../../cloudfunctions/store/media';
import { startFunctions, type Functions } from '../../support/functions';
import { upload, type Uploader } from '../../support/uploads';

let functions: Functions;
let clerk: Uploader;
beforeAll(async () => {
  functions = await startFunctions([account, media]);
  const { token, me } = await functions.call('account.demoSignIn', { persona: 'admin' });
  clerk = { accountId: me.accountId, token };
});
afterAll(() => functions.close());

async function aWorkbook(): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.addWorksheet('台账').addRow(['编号', '内容']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A ZIP of one stored entry without content. */
function zipOf(name: string): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length, 16);
  return Buffer.concat([local, Buffer.from(name), entry, Buffer.from(name), end]);
}

it('keeps a workbook under a private link', async () => {
  const bytes = await aWorkbook();
  const { answer } = await upload(functions, clerk, bytes);
  if (!answer.ok) throw new Error(answer.error.message);
  const { mediaId, url } = answer.data as { mediaId: string; url: string };
  expect(url).toMatch(/^\/files\/sheets\/[\w-]{12}\.xlsx\?until=\d+\./);
  expect((await functions.host.files.get(store.sheetKey(mediaId))).bytes.equals(bytes)).toBe(true);
  expect(await store.getSheet(mediaId, clerk.accountId)).toMatchObject({ kind: 'sheet', used: false });
});

it.each([
  ['a ZIP that is no workbook', async () => zipOf('readme.txt'), '不是 Excel 表格'],
  ['a workbook that was cut off', async () => (await aWorkbook()).subarray(0, 2000), '不完整'],
  ['the compound file of old Excel', async () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(128, '0'), 'hex'), '旧版 .xls'],
  ['text', async () => Buffer.from('编号,内容\n1,修路\n'), '只能上传照片'],
  ['nothing', async () => Buffer.alloc(0), '只能上传照片'],
])('refuses %s and says what to do', async (_name, bytes, message) => {
  const { answer } = await upload(functions, clerk, await bytes());
  expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT', message: expect.stringContaining(message) } });
});

it('refuses a workbook over five megabytes', async () => {
  const { answer } = await upload(functions, clerk, Buffer.concat([await aWorkbook(), Buffer.alloc(5 * 1024 * 1024)]));
  expect(answer).toMatchObject({ error: { code: 'TOO_LARGE' } });
});
