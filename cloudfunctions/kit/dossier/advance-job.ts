/**
 * Takes a job of dossiers further for a while: file by file, then the packing. Called by the page that watches it and by
 * the clock, any number at once; whoever is interrupted leaves nothing that the next has to clear up.
 */
import { Readable } from 'node:stream';
import type { Caller } from '../../../domain/caller';
import { chineseDate } from '../../../domain/time';
import type { Host } from '../../host/host';
import * as jobs from '../../store/dossier-jobs';
import type { DossierFileDoc, DossierJobDoc } from '../../store/dossier-jobs';
import * as representatives from '../../store/representatives';
import * as settings from '../../store/settings';
import { PDF_TYPE, SHEET_TYPE } from '../file-types';
import type { SheetPaper } from '../sheet';
import { dossierPdf } from './dossier-paper';
import { handOverSheet } from './hand-over-sheets';
import { putMeasured } from './measured';
import { pack, ZIP_TYPE } from './pack-job';
import { readDossier } from './read-dossier';

const TAKEN_MS = 60_000;
const PACKING_MS = 10 * 60_000;
const MOST_TRIES = 3;
/** Nothing is left out of a printed dossier; this bounds what one broken record could cost. */
const MOST_ROWS = 5000;

export interface Advancing {
  now: Date;
  host: Host;
  /** How long to go on, in milliseconds; one file or the packing is always brought to its end. */
  budgetMs: number;
}

interface Making extends Advancing {
  job: DossierJobDoc;
  town: string;
}

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** What stands on every page of a sheet that 人大办 gets. */
const paperNote = ({
  job,
  town,
  now,
}: Pick<Making, 'job' | 'town' | 'now'>): Omit<SheetPaper, 'title'> & { town: string } => ({
  town,
  note: `制表单位：${town}人大　　日期：${chineseDate(now)}　　导出人：${job.who}`,
  pageLine: `导出人：${job.who} · ${chineseDate(now)} · 仅供内部使用`,
});

/** 人大办 itself: that is who gets the file. */
const office = ({ accountId, who }: DossierJobDoc): Caller => ({ accountId, name: who, roles: ['presidium'] });

async function makeDossier(file: DossierFileDoc, making: Making): Promise<DossierFileDoc['made']> {
  const { job, town, now, host } = making;
  const representative = await representatives.get(file.representativeId ?? '');
  const dossier = await readDossier({ representative, span: job.span, reader: office(job), most: MOST_ROWS }, host);
  const bytes = await dossierPdf(dossier, { town, who: job.who, at: now });
  const key = keyOf(file, 'pdf');
  const measured = await putMeasured(host, key, Readable.from([bytes]), PDF_TYPE);
  return { key, ...measured, total: totalOf(dossier), ...(dossier.head ? { head: dossier.head } : {}) };
}

const totalOf = ({ parts }: Awaited<ReturnType<typeof readDossier>>): string =>
  parts.find(({ key }) => key === 'standing')?.sums[0]?.value ?? '0 分';

/** Each making has its own: two that meet never write over each other. */
const keyOf = ({ jobId, number, tries }: DossierFileDoc, extension: string): string =>
  `dossiers/${jobId}/${number}-${tries}.${extension}`;

async function makeSheet(file: DossierFileDoc, making: Making): Promise<DossierFileDoc['made']> {
  const { kind } = file;
  if (kind === 'dossier') return makeDossier(file, making);
  const key = keyOf(file, 'xlsx');
  return {
    key,
    ...(await putMeasured(making.host, key, handOverSheet(kind, file, paperNote(making), making.host), SHEET_TYPE)),
  };
}

/** One broken record does not stop the others: after three tries the index says that this one is missing. */
async function makeFile(file: DossierFileDoc, making: Making): Promise<void> {
  const { host, now } = making;
  try {
    await jobs.finishFile(file, await makeSheet(file, making));
  } catch (error) {
    host.log('error', {
      job: file._id,
      tries: file.tries,
      error: error instanceof Error ? error.stack : String(error),
    });
    if (file.tries >= MOST_TRIES) await jobs.finishFile(file, undefined);
    else await jobs.giveBack(file, now);
  }
}

async function packIfReady(making: Making): Promise<boolean> {
  const { host, now } = making;
  const job = await jobs.takePacking(making.job._id, now, later(now, PACKING_MS));
  if (!job) return false;
  const key = `archives/${job._id}-${job.packs}.zip`;
  try {
    const measured = await putMeasured(host, key, pack(job, host, paperNote({ ...making, job })), ZIP_TYPE);
    return await jobs.finishPacking(job, { key, ...measured, at: now });
  } catch (error) {
    await jobs.dropPacking(job, now);
    throw error;
  }
}

/** How many steps it took. */
export async function advanceJob(job: DossierJobDoc, advancing: Advancing): Promise<number> {
  if (job.status !== 'running') return 0;
  const { now, budgetMs } = advancing;
  const { town } = await settings.get();
  const making: Making = { ...advancing, job, town };
  const until = performance.now() + budgetMs;
  for (let steps = 0; ; steps += 1) {
    if (steps > 0 && performance.now() > until) return steps;
    const file = await jobs.takeFile(job._id, now, later(now, TAKEN_MS));
    if (!file) return steps + ((await packIfReady(making)) ? 1 : 0);
    await makeFile(file, making);
  }
}
