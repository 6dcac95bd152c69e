import * as contract from '../../contract/dossier';
import { advanceJob } from '../kit/dossier/advance-job';
import { useCase } from '../kit/use-case';
import * as jobs from '../store/dossier-jobs';
import { viewJob } from './view-job';

/** Well within what a cloud function may take, and short enough for a page that shows how far it is. */
const BUDGET_MS = 6000;

export const continueArchive = useCase(contract.continueArchive, async ({ id }, { now, host }) => {
  await advanceJob(await jobs.get(id), { now, host, budgetMs: BUDGET_MS });
  return { job: viewJob(await jobs.get(id)) };
});
