import type { Output } from '../../../contract/contract';
import type { Option } from '../../components/chips';

export type Offered = Output<'dossier.terms'>;

/** A year or a 届, as pages hand it on and actions take it. */
export type YearOrTerm = { year: string } | { term: string };

const TERM = '届:';

export const spanKey = (span: YearOrTerm): string => ('year' in span ? span.year : `${TERM}${span.term}`);

export const readSpan = (key: string): YearOrTerm =>
  key.startsWith(TERM) ? { term: key.slice(TERM.length) } : { year: key };

/** Years first, the newest first; then the town's terms. */
export const spanOptions = ({ years, terms }: Offered): Option<string>[] => [
  ...years.map((year) => ({ value: year, label: `${year}年` })),
  ...terms.map(({ name, from, until }) => ({ value: `${TERM}${name}`, label: `${name}（${from} 至 ${until}）` })),
];
