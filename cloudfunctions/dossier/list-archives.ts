import * as contract from '../../contract/dossier';
import { useCase } from '../kit/use-case';
import * as jobs from '../store/dossier-jobs';
import { viewJob } from './view-job';

const NEWEST = 20;

export const listArchives = useCase(contract.archives, async () => ({
  items: (await jobs.listNewest(NEWEST)).map(viewJob),
}));
