/** 联系群众与心愿 of a dossier: who was visited, and what became of the wishes that one collected, claimed and fulfilled. */
import { shareText, type DossierPart } from './dossier';
import type { DossierRecord, RecordedEntry, RecordedWish } from './dossier-record';
import { ratingLabels, resolutionLabels, statusLabels } from './labels';
import { shanghaiDay } from './time';

const partTaken = ({ isCollected, isClaimed, isFulfilled }: RecordedWish): string =>
  [isCollected ? '收集' : '', isClaimed ? '认领' : '', isFulfilled ? '办结' : '']
    .filter((word) => word !== '')
    .join('、');

const state = ({ status, resolved, rating }: RecordedWish): string =>
  [statusLabels[status], resolved ? resolutionLabels[resolved] : '', rating ? ratingLabels[rating] : '']
    .filter((word) => word !== '')
    .join('，');

/** 走访 that were entered without a duty, each once; one that was taken back was none. */
function ownVisitsOf(entries: DossierRecord['entries']): RecordedEntry[] {
  const meant = entries.filter(({ rule, ref }) => rule === 'W1' && ref.kind !== 'duty');
  const last = new Map(meant.map(({ deed, kind }) => [deed, kind]));
  const first = new Map([...meant].reverse().map((entry) => [entry.deed, entry]));
  return meant.filter((entry) => first.get(entry.deed) === entry && last.get(entry.deed) !== 'reversal');
}

const outOf = (part: number, whole: number): string => `${shareText(part, whole)}（${whole} 件中 ${part} 件）`;

/** 办结率 and 实际解决率 stand side by side, both of all the wishes that the representative had in hand in the span. */
export function dossierWishes({ wishes, duties, entries }: DossierRecord): Pick<DossierPart, 'sums' | 'rows'> {
  const visits = duties.filter(({ kind, status }) => kind === 'visit' && status === 'present');
  const ownVisits = ownVisitsOf(entries);
  const rows = [
    ...visits.map(({ at, title }) => [shanghaiDay(at), '', title, '走访接待', '']),
    ...ownVisits.map(({ at, ref, reason }) => [shanghaiDay(at), '', reason || ref.label, '走访接待', '']),
    ...wishes.map((wish) => [shanghaiDay(wish.at), wish.code, wish.text, partTaken(wish), state(wish)]),
  ].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  if (rows.length === 0) return { rows, sums: [] };
  const inHand = wishes.filter(({ isClaimed, isFulfilled }) => isClaimed || isFulfilled);
  const fulfilled = inHand.filter(({ isFulfilled }) => isFulfilled);
  const solved = fulfilled.filter(({ resolved }) => resolved === 'yes');
  // As in 简报: where nobody has asked, 0 would be as wrong as any other figure.
  const isAsked = fulfilled.length === 0 || fulfilled.some(({ resolved }) => resolved !== undefined);
  const rated = fulfilled.filter(({ rating }) => rating !== undefined);
  const content = rated.filter(({ rating }) => rating !== 'unsatisfied');
  return {
    rows,
    sums: [
      { label: '走访接待', value: `${visits.length + ownVisits.length} 次` },
      { label: '收集心愿', value: `${wishes.filter(({ isCollected }) => isCollected).length} 件` },
      { label: '认领心愿', value: `${wishes.filter(({ isClaimed }) => isClaimed).length} 件` },
      { label: '办结心愿', value: `${fulfilled.length} 件` },
      { label: '办结率', value: outOf(fulfilled.length, inHand.length) },
      { label: '实际解决率', value: isAsked ? outOf(solved.length, inHand.length) : '尚未逐件回访' },
      { label: '满意率', value: `${shareText(content.length, rated.length)}（已评价 ${rated.length} 件）` },
    ],
  };
}
