import type { z } from 'zod';
import * as contract from '../../contract/dossier';
import { dossierParts, maySeeDossier, type Dossier } from '../../domain/dossier';
import { DomainError } from '../../domain/errors';
import { readDossier } from '../kit/dossier/read-dossier';
import { useCase } from '../kit/use-case';
import * as representatives from '../store/representatives';
import { askedSpan } from '../kit/dossier/asked-span';

/** What a page shows of a part; the printed sheet has all. */
const MOST_ROWS = 200;

export const getDossier = useCase(contract.get, async ({ representativeId: id, ...asked }, { caller, now, host }) => {
  const representativeId = id ?? caller.representativeId;
  if (representativeId === undefined) {
    throw new DomainError('INVALID_INPUT', { details: { representativeId: '请选择一位代表' } });
  }
  const representative = await representatives.get(representativeId);
  if (!maySeeDossier(caller, { representativeId, groupId: representative.groupId })) {
    throw new DomainError('FORBIDDEN', { message: '只能查看自己的履职档案，组长和联络员可以查看本组代表的' });
  }
  const span = await askedSpan(asked, now);
  const dossier = await readDossier({ representative, span, reader: caller, most: MOST_ROWS }, host);
  return { dossier: viewDossier(dossier) };
});

const viewDossier = ({
  span: { name, from, until },
  parts,
  ...dossier
}: Dossier): z.input<typeof contract.Dossier> => ({
  ...dossier,
  span: { name, from: from.toISOString(), until: until.toISOString() },
  parts: parts.map((part) => ({
    ...part,
    title: dossierParts[part.key].title,
    columns: dossierParts[part.key].columns.map(({ title }) => title),
  })),
});
