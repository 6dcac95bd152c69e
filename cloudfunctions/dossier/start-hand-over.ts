import type { z } from 'zod';
import * as contract from '../../contract/dossier';
import { termSpan, yearsOf, type DossierSpan } from '../../domain/dossier';
import { DomainError } from '../../domain/errors';
import { chineseDate, startOfDay } from '../../domain/time';
import { handOverTitle, type SheetKind } from '../kit/dossier/hand-over-sheets';
import { useCase } from '../kit/use-case';
import { askedSpan } from '../kit/dossier/asked-span';
import { beginJob, dossierFiles, type NewFile } from './begin-job';
import { viewJob } from './view-job';

/** 换届移交: the dossiers of the term, what is open, and the ledger of its points. */
export const startHandOver = useCase(contract.startHandOver, async (asked, context) => {
  const span = await termOf(asked, context.now);
  const wanted = { kind: 'handOver' as const, title: `换届移交档案（${span.name}）`, span };
  const files = [...(await dossierFiles(wanted)), ...openFiles, ...ledgerFiles(span)];
  return { job: viewJob(await beginJob(wanted, files, context)) };
});

const MOST_YEARS = 10;

async function termOf(
  { term, from, until }: z.output<typeof contract.startHandOver.input>,
  now: Date,
): Promise<DossierSpan> {
  if (term !== undefined) return askedSpan({ term }, now);
  const [first, last] = [startOfDay(from ?? ''), startOfDay(until ?? '')];
  if (from === undefined || until === undefined || !first || !last) {
    throw new DomainError('INVALID_INPUT', { details: { term: '请选择届次，或填写起止日期' } });
  }
  if (from > until) throw new DomainError('INVALID_INPUT', { details: { until: '结束日期不能早于开始日期' } });
  const span = termSpan({ name: `${chineseDate(first)}至${chineseDate(last)}`, from, until });
  if (yearsOf(span).length > MOST_YEARS) {
    throw new DomainError('INVALID_INPUT', { details: { from: `一次最多移交 ${MOST_YEARS} 年` } });
  }
  return span;
}

const openKinds = ['wishes', 'orders', 'appeals', 'proposals'] as const satisfies SheetKind[];

const openFiles: readonly NewFile[] = openKinds.map((kind) => ({ kind, path: `移交事项/${handOverTitle(kind)}.xlsx` }));

const ledgerFiles = (span: DossierSpan): NewFile[] => [
  ...yearsOf(span).map((year) => ({
    kind: 'ledger' as const,
    year,
    path: `积分台账/${handOverTitle('ledger')}（${year}年）.xlsx`,
  })),
  { kind: 'heads', path: `积分台账/${handOverTitle('heads')}.xlsx` },
];
