import * as contract from '../../contract/dossier';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import { askedSpan } from '../kit/dossier/asked-span';
import { beginJob, dossierFiles } from './begin-job';
import { viewJob } from './view-job';

export const startArchive = useCase(contract.startArchive, async ({ groupId, ...asked }, context) => {
  const span = await askedSpan(asked, context.now);
  const group = groupId === undefined ? '' : (await groups.namesById()).get(groupId);
  if (group === undefined) throw new DomainError('INVALID_INPUT', { details: { groupId: '没有这个代表小组' } });
  const wanted = { kind: 'archive' as const, title: `履职档案（${span.name}）${group}`, span, groupId };
  return { job: viewJob(await beginJob(wanted, await dossierFiles(wanted), context)) };
});
