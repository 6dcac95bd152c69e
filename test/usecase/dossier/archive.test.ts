import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { DossierJob } from '../../../contract/dossier';
import { inTransaction } from '../../../cloudfunctions/store/database';
import { takeFile } from '../../../cloudfunctions/store/dossier-jobs';
import { hashOf } from '../../../cloudfunctions/store/points-chain';
import * as representatives from '../../../cloudfunctions/store/representatives';
import { addDays } from '../../../domain/time';
import { readPdf } from '../../support/read-pdf';
import { aDossierTown, at, type DossierTown } from './dossier-town';

let town: DossierTown;
beforeAll(async () => {
  town = await aDossierTown();
});
afterAll(() => town.close());

const office = (): string => town.token(town.cast.presidium);

async function driven(id: string): Promise<DossierJob> {
  for (;;) {
    const { job } = await town.call('dossier.continueArchive', { id }, office());
    if (job.status !== 'running') return job;
  }
}

async function opened(id: string): Promise<{ zip: JSZip; bytes: Buffer; name: string }> {
  const { url, name } = await town.call('dossier.download', { id }, office());
  const bytes = await town.fetched(url);
  return { zip: await JSZip.loadAsync(bytes), bytes, name };
}

const namesIn = (zip: JSZip): string[] => Object.values(zip.files).map(({ name }) => name);

async function bytesOf(zip: JSZip, name: string): Promise<Buffer> {
  const file = zip.file(name);
  if (!file) throw new Error(`${name} is not in the archive`);
  return file.async('nodebuffer');
}

/** The first `columns` of each row below the header. */
async function rowsOf(zip: JSZip, name: string, columns = 30): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(zip, name)) as never);
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    if (number > 3) rows.push((row.values as unknown[]).slice(1, columns + 1));
  });
  return rows;
}

it('makes everybody’s dossiers as one file, by group, with an index and a list of hashes that hold', async () => {
  const { job } = await town.call('dossier.startArchive', { year: 2026 }, office());
  expect(job).toMatchObject({ kind: 'archive', status: 'running', total: 8, done: 0, title: '履职档案（2026年）' });
  // Pressed again, it is the same job; of a group it is another.
  expect((await town.call('dossier.startArchive', { year: '2026' }, office())).job.id).toBe(job.id);
  expect(await town.refusal('dossier.download', { id: job.id }, office())).toBe('WRONG_STATE');

  // Somebody took a file and broke off: it is free again after a minute, and nothing of it counted.
  const broken = await takeFile(job.id, town.clock.now, addDays(town.clock.now, 1 / 1440));
  expect(broken?.number).toBe(1);
  const drive = () => town.call('dossier.continueArchive', { id: job.id }, office());
  // Each call works for some seconds; how far it comes is the machine's affair.
  for (let made = 0; made < 7;) {
    const both = await Promise.all([drive(), drive()]);
    made = Math.max(...both.map((answer) => answer.job.done));
  }
  expect((await drive()).job).toMatchObject({ done: 7, status: 'running' });
  town.clock.now = new Date(town.clock.now.getTime() + 61_000);
  await Promise.all([drive(), drive()]);
  const done = await driven(job.id);
  expect(done).toMatchObject({ status: 'done', done: 8, failed: 0, by: expect.stringMatching(/^主席团/) });

  const { zip, bytes, name } = await opened(job.id);
  expect(name).toBe('履职档案（2026年）-2026-11-20.zip');
  expect(done.file).toMatchObject({
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    until: addDays(at('2026-11-20'), 7).toISOString(),
  });
  expect(namesIn(zip)).toEqual([
    ...['目录.xlsx', '说明.txt'],
    ...['001-吕国华', '002-陈志明', '003-周建平', '004-沈丽芳'].map((one) => `江东代表小组/${one}.pdf`),
    ...['001-黄海峰', '002-顾秀英', '003-施永康', '004-陆文娟'].map((one) => `江西代表小组/${one}.pdf`),
    '校验清单.txt',
  ]);
  const sums = (await bytesOf(zip, '校验清单.txt')).toString('utf8').trim().split('\n');
  expect(sums).toHaveLength(8);
  for (const line of sums) {
    const [sha256, path = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(await bytesOf(zip, path))
        .digest('hex'),
    ).toBe(sha256);
  }
  const [page = ''] = await readPdf(await bytesOf(zip, '江东代表小组/003-周建平.pdf'));
  expect(page.replace(/\s/g, '')).toContain('导出人：主席团');
  const index = await rowsOf(zip, '目录.xlsx', 6);
  expect(index[2]).toEqual([3, '江东代表小组', '周建平', '江东代表小组/003-周建平.pdf', '4 分', 5]);
});

it('hands over a term: dossiers, what is open, and a ledger whose hashes anybody can compute again', async () => {
  const { job } = await town.call('dossier.startHandOver', { term: '第十九届' }, office());
  // Eight people, four lists of open things, six years of the ledger and the ends of the chains.
  expect(job).toMatchObject({ kind: 'handOver', title: '换届移交档案（第十九届）', total: 8 + 4 + 5 + 1 });
  await driven(job.id);
  const { zip } = await opened(job.id);
  expect(await rowsOf(zip, '移交事项/未办结心愿.xlsx', 8)).toMatchObject([
    [
      'CJ-2026-0002',
      '江东代表小组',
      '刘胜村',
      '基础设施',
      '办理中',
      '王**',
      expect.stringContaining('垃圾桶'),
      '周建平',
    ],
  ]);
  expect(await rowsOf(zip, '移交事项/未决申诉.xlsx', 5)).toMatchObject([
    ['周建平', '江东代表小组', expect.any(String), '待答复', '当天在医院陪护'],
  ]);
  expect(await rowsOf(zip, '移交事项/在办交办单.xlsx')).toEqual([]);

  const ledger = await rowsOf(zip, '积分台账/积分流水（2026年）.xlsx');
  const ofMember = ledger.filter(([name]) => name === '周建平').sort((a, b) => Number(a[3]) - Number(b[3]));
  expect(ofMember).toHaveLength(5);
  let previous = '0'.repeat(64);
  for (const row of ofMember) {
    const text = (place: number): string => (row[place] as string | null | undefined) ?? '';
    const [kind, id, label] = [text(13), text(14), text(15)];
    previous = hashOf(previous, {
      ...{ seq: Number(row[3]), key: text(4), representativeId: text(5), groupId: text(6), rule: text(7) },
      ...{
        ruleVersion: Number(row[8]),
        deltaTenths: Number(row[9]),
        at: new Date(text(10)),
        bookedAt: new Date(text(11)),
      },
      ...{ month: text(12), ref: { kind, id, label }, how: text(16), reason: text(17), by: text(18) },
      ...(text(19) === '' ? {} : { campaignId: text(19) }),
    });
    expect(previous).toBe(text(21));
  }
  expect(await rowsOf(zip, '积分台账/积分链首校验码.xlsx')).toContainEqual(['周建平', 'g1-member', 5, previous]);
  const readMe = (await bytesOf(zip, '说明.txt')).toString('utf8');
  expect(readMe).toContain('长江镇换届移交档案（第十九届）');
  expect(readMe).toContain('sha256sum -c 校验清单.txt');
});

it('is for the office alone, and of groups and terms that there are', async () => {
  const { member, liaison, admin } = town.cast;
  for (const who of [member, liaison]) {
    expect(await town.refusal('dossier.startArchive', { year: 2026 }, town.token(who))).toBe('FORBIDDEN');
    expect(await town.refusal('dossier.archives', {}, town.token(who))).toBe('FORBIDDEN');
  }
  const refused = (name: string, data: object) => town.refusal(name, data, town.token(admin));
  expect(await refused('dossier.startArchive', { year: 2026, groupId: 'g9' })).toBe('INVALID_INPUT');
  expect(await refused('dossier.startArchive', { year: 2026, term: '第十九届' })).toBe('INVALID_INPUT');
  expect(await refused('dossier.startHandOver', {})).toBe('INVALID_INPUT');
  expect(await refused('dossier.startHandOver', { from: '2026-12-19', until: '2026-01-01' })).toBe('INVALID_INPUT');
  expect(await refused('dossier.continueArchive', { id: 'nothing' })).toBe('NOT_FOUND');
});

it('is carried on by the clock, stopped by no broken record, and removed after a week', async () => {
  const broken = { ...(await representatives.get('g2-member')), phone: 'sealed with another key' };
  await inTransaction((tx) => representatives.replaceAll([broken], tx));
  const { job } = await town.call('dossier.startArchive', { year: 2026, groupId: 'g2' }, office());
  expect(job).toMatchObject({ total: 4, title: '履职档案（2026年）江西代表小组' });
  const admin = town.token(town.cast.admin);
  const run = async (now: Date): Promise<DossierJob | undefined> => {
    await town.call('clock.run', { now: now.toISOString() }, admin);
    return (await town.call('dossier.archives', {}, office())).items.find(({ id }) => id === job.id);
  };
  let carried = await run(town.clock.now);
  while (carried?.status === 'running') carried = await run(town.clock.now);
  expect(carried).toMatchObject({ status: 'done', done: 4, failed: 1 });
  const { url } = await town.call('dossier.download', { id: job.id }, office());
  const index = await rowsOf((await opened(job.id)).zip, '目录.xlsx', 4);
  expect(index.map((row) => row[3])).toContain('未能生成，请联系管理员');
  expect(await run(addDays(town.clock.now, 6))).toMatchObject({ status: 'done' });
  expect(await run(addDays(town.clock.now, 8))).toMatchObject({ status: 'removed' });
  await expect(town.fetched(url)).rejects.toThrow('ENOENT');
  expect(await town.refusal('dossier.download', { id: job.id }, office())).toBe('WRONG_STATE');
});
