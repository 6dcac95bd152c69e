import * as contract from '../../contract/dossier';
import { mayArchive } from '../../domain/dossier';
import { shanghaiYear } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as settings from '../store/settings';

/** As far back as a term goes. */
const YEARS = 6;

export const listTerms = useCase(contract.terms, async (_input, { caller, now }) => {
  const { terms = [] } = await settings.get();
  const present = Number(shanghaiYear(now));
  const oldest = Math.min(present - YEARS + 1, ...terms.map(({ from }) => Number(from.slice(0, 4))));
  return {
    years: Array.from({ length: present - oldest + 1 }, (_, back) => String(present - back)),
    terms: [...terms].sort((a, b) => (a.from < b.from ? 1 : -1)),
    mayArchive: mayArchive(caller),
  };
});
