import type { Area } from '../kit/serve';
import { continueArchive } from './continue-archive';
import { downloadArchive } from './download-archive';
import { getDossier } from './get-dossier';
import { listArchives } from './list-archives';
import { listTerms } from './list-terms';
import { startArchive } from './start-archive';
import { startHandOver } from './start-hand-over';

export const dossier: Area = {
  name: 'dossier',
  useCases: {
    get: getDossier,
    terms: listTerms,
    startArchive,
    startHandOver,
    continueArchive,
    archives: listArchives,
    download: downloadArchive,
  },
};
