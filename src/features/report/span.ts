/** Which time a report speaks of, as it is chosen on a page. */
import type { Input } from '../../../contract/contract';
import { shanghaiYear } from '../../../domain/time';

export interface SpanChoice {
  kind: 'all' | 'year' | 'custom';
  /** 'YYYY-MM-DD' or ''; only for `custom`, where an empty edge is open. */
  from: string;
  to: string;
}

export const everything: SpanChoice = { kind: 'all', from: '', to: '' };

export const isBackwards = ({ kind, from, to }: SpanChoice): boolean =>
  kind === 'custom' && from !== '' && to !== '' && from > to;

export function toSpan({ kind, from, to }: SpanChoice): Input<'report.overview'> {
  switch (kind) {
    case 'all':
      return {};
    case 'year':
      return { from: `${shanghaiYear(new Date())}-01-01` };
    case 'custom':
      return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
  }
}
