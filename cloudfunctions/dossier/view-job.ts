import type { z } from 'zod';
import type { DossierJob } from '../../contract/dossier';
import { KEPT_DAYS } from '../../domain/dossier';
import { addDays, shanghaiDay } from '../../domain/time';
import type { DossierJobDoc } from '../store/dossier-jobs';

export const fileName = ({ title, at }: Pick<DossierJobDoc, 'title' | 'at'>): string =>
  `${title}-${shanghaiDay(at)}.zip`;

export function viewJob(job: DossierJobDoc): z.input<typeof DossierJob> {
  const { _id: id, kind, title, status, total, left, failed, who: by, at, file } = job;
  const until = addDays(at, KEPT_DAYS).toISOString();
  return {
    ...{ id, kind, title, status, total, done: total - left, failed, by, at: at.toISOString() },
    ...(file ? { file: { name: fileName(job), size: file.size, sha256: file.sha256, until } } : {}),
  };
}
