import { DomainError } from '../../../domain/errors';
import { termSpan, yearSpan, type DossierSpan } from '../../../domain/dossier';
import { shanghaiYear } from '../../../domain/time';
import * as settings from '../../store/settings';

interface Asked {
  year?: string | undefined;
  term?: string | undefined;
}

const refuse = (details: Record<string, string>): DomainError => new DomainError('INVALID_INPUT', { details });

/** The year or the 届 that is asked for; the present year where neither is. Throws INVALID_INPUT. */
export async function askedSpan({ year, term }: Asked, now: Date): Promise<DossierSpan> {
  if (term === undefined) return yearSpan(year ?? shanghaiYear(now));
  if (year !== undefined) throw refuse({ term: '年份和届次请选一个' });
  const { terms = [] } = await settings.get();
  const found = terms.find(({ name }) => name === term);
  if (!found) throw refuse({ term: '没有这一届，请先在镇的设置中登记届次的起止日期' });
  return termSpan(found);
}
