import * as contract from '../../contract/report';
import { maySeeDossier } from '../../domain/dossier';
import { DomainError } from '../../domain/errors';
import { askedSpan } from '../kit/dossier/asked-span';
import { dossierPdf } from '../kit/dossier/dossier-paper';
import { readDossier } from '../kit/dossier/read-dossier';
import { useCase } from '../kit/use-case';
import * as representatives from '../store/representatives';
import * as settings from '../store/settings';
import { keepFile } from '../kit/keep-file';

/** Far more than a year of one person has: a printed sheet leaves nothing out. */
const MOST_ROWS = 5000;

/** 履职档案 for the printer, as it stands. */
export const printDossier = useCase(contract.dossier, async ({ representativeId, ...asked }, context) => {
  const { caller, now, host } = context;
  const representative = await representatives.get(representativeId);
  if (!maySeeDossier(caller, { representativeId, groupId: representative.groupId })) {
    throw new DomainError('FORBIDDEN', { message: '只能打印自己的履职档案，组长和联络员可以打印本组代表的' });
  }
  const [span, { town }] = await Promise.all([askedSpan(asked, now), settings.get()]);
  const dossier = await readDossier({ representative, span, reader: caller, most: MOST_ROWS }, host);
  const bytes = await dossierPdf(dossier, { town, who: caller.name, at: now });
  return { url: await keepFile('pdf', bytes, context) };
});
