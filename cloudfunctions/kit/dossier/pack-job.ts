/** The archive of a job: its files, an index, a list of SHA-256 and a word on what lies in it and how to check it. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { SheetValue } from '../../../domain/sheets/sheet';
import { chineseDate } from '../../../domain/time';
import type { Host } from '../../host/host';
import { eachFile, type DossierFileDoc, type DossierJobDoc } from '../../store/dossier-jobs';
import { sheetStream, type SheetPaper, type TableColumn } from '../sheet';
import { handOverTitle } from './hand-over-sheets';
import { readMe } from './read-me';

export const ZIP_TYPE = 'application/zip';

const columns: readonly TableColumn[] = [
  { title: '序号', width: 6 },
  { title: '小组', width: 18 },
  { title: '代表', width: 10 },
  { title: '文件', width: 36 },
  { title: '积分合计', width: 10 },
  { title: '积分笔数', width: 10 },
  { title: '链首校验码', width: 66 },
  { title: '文件 SHA-256', width: 66 },
];

const whatItIs = ({ kind, name }: DossierFileDoc): string =>
  kind === 'dossier' ? (name ?? '') : `（${handOverTitle(kind)}）`;

async function* indexRows(jobId: string): AsyncGenerator<SheetValue[]> {
  for await (const file of eachFile(jobId)) {
    const { number, group = '', path, made } = file;
    const points = [made?.total ?? '', made?.head?.seq ?? null, made?.head?.hash ?? ''];
    yield [number, group, whatItIs(file), made ? path : '未能生成，请联系管理员', ...points, made?.sha256 ?? ''];
  }
}

/** As `sha256sum -c` reads it. */
async function* sums(jobId: string): AsyncGenerator<string> {
  for await (const { path, made } of eachFile(jobId)) if (made) yield `${made.sha256}  ${path}\n`;
}

/** The archive as it is written: a file is fetched when its turn has come, so that thousands cost no memory. */
export function pack(job: DossierJobDoc, host: Host, paper: Omit<SheetPaper, 'title'> & { town: string }): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  // What lies in it is compressed already; stored files of a length not known before some unpackers do not read.
  const options = { mtime: job.at, compress: true, compressionLevel: 1 };
  const fail = (error: unknown): void => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  const add = (path: string, open: () => Promise<Readable>): Promise<void> =>
    new Promise((resolve) => {
      zip.addReadStreamLazy(path, options, (answer) => {
        open().then((stream) => {
          stream.once('error', fail).once('end', resolve);
          answer(null, stream);
        }, fail);
      });
    });
  const work = async (): Promise<void> => {
    const index = { name: '目录', columns, rows: indexRows(job._id) };
    const title = `${paper.town}${job.title}目录`;
    await add('目录.xlsx', async () => sheetStream(index, { ...paper, title }));
    await add('说明.txt', async () => Readable.from([Buffer.from(readMe(job, paper.town, chineseDate(job.at)))]));
    for await (const { path, made } of eachFile(job._id)) {
      if (made) await add(path, async () => Readable.from([(await host.files.get(made.key)).bytes]));
    }
    await add('校验清单.txt', async () => Readable.from(sums(job._id), { objectMode: false }));
    zip.end();
  };
  work().catch(fail);
  return out;
}
