import type { DossierSpan } from '../../domain/dossier';
import { DomainError } from '../../domain/errors';
import { actingAs } from '../../domain/acting';
import { hasRole } from '../../domain/caller';
import type { Context } from '../kit/use-case';
import * as jobs from '../store/dossier-jobs';
import type { DossierFileDoc, DossierJobDoc } from '../store/dossier-jobs';
import { withPoints } from '../store/dossier-record';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';
import type { RepresentativeDoc } from '../store/representatives';
import { defined } from '../kit/defined';

export interface NewJob {
  kind: DossierJobDoc['kind'];
  title: string;
  span: DossierSpan;
  groupId?: string | undefined;
}

export type NewFile = Pick<DossierFileDoc, 'kind' | 'path'> & Partial<DossierFileDoc>;

/** What no file system likes in a name. */
const safeName = (name: string): string => name.replace(/[\\/:*?"<>|.\s]+/g, '').slice(0, 40) || '未命名';

/** Those on the roster, and who left but has points of the span. */
async function peopleOf({ span, groupId }: NewJob): Promise<RepresentativeDoc[]> {
  const all = await representatives.listEverybody();
  const wanted = groupId === undefined ? all : all.filter((one) => one.groupId === groupId);
  const gone = await withPoints(
    wanted.filter(({ active }) => !active).map(({ _id }) => _id),
    span,
  );
  return wanted.filter(({ _id, active }) => active || gone.has(_id)).sort((a, b) => a.order - b.order);
}

/** A folder for each group, in the order of the roster. */
export async function dossierFiles(job: NewJob): Promise<NewFile[]> {
  const [people, names] = await Promise.all([peopleOf(job), groups.namesById()]);
  const placed = new Map<string, number>();
  return people.map(({ _id, name, groupId }) => {
    const place = (placed.get(groupId) ?? 0) + 1;
    placed.set(groupId, place);
    const group = names.get(groupId) ?? '';
    const path = `${safeName(group)}/${String(place).padStart(3, '0')}-${safeName(name)}.pdf`;
    return { kind: 'dossier', path, representativeId: _id, name, group };
  });
}

/** Begins making these files, or answers the job that is making the same. */
export async function beginJob(wanted: NewJob, files: readonly NewFile[], context: Context): Promise<DossierJobDoc> {
  const { caller, now, newId } = context;
  if (files.length === 0) throw new DomainError('INVALID_INPUT', { details: { groupId: '没有代表，请核对小组' } });
  const _id = newId();
  const { kind, title, span, groupId } = wanted;
  const job: DossierJobDoc = defined({
    ...{ _id, kind, title, span, groupId, status: 'running' as const },
    running: [kind, span.from.toISOString(), span.until.toISOString(), groupId ?? ''].join('|'),
    ...{ total: files.length, left: files.length, failed: 0, at: now, packingUntil: now, packs: 0 },
    accountId: caller.accountId,
    who: actingAs(hasRole(caller, 'presidium') ? 'presidium' : 'admin', caller),
  });
  const docs = files.map((file, index): DossierFileDoc => ({
    ...file,
    _id: `${_id}:${index + 1}`,
    jobId: _id,
    number: index + 1,
    status: 'waiting',
    takenUntil: now,
    tries: 0,
  }));
  return jobs.beginOnce(job, docs);
}
