/** What is filled in to propose points, what is missing in it, and what it would come to. */
import type { Me } from '../../../../contract/account';
import type { Input, Output } from '../../../../contract/contract';
import { signedPoints } from '../../../features/points/points-text';
import { newClientToken } from '../../../platform/client-token';
import type { KeptPhoto } from '../../../platform/use-photos';

export type ProposalOption = Output<'points.proposalOptions'>['items'][number];

export interface Thing {
  kind: 'wish' | 'post';
  id: string;
  label: string;
}

export interface ProposeValues {
  forWhom: 'self' | 'other';
  person: { id: string; name: string } | null;
  rule: ProposalOption['rule'] | null;
  units: string;
  grade: string;
  at: string;
  label: string;
  reason: string;
  evidence: string;
  thing: Thing | null;
  photos: KeptPhoto[];
  /** Sending the same form twice proposes once. */
  token: string;
}

export function emptyValues(forWhom: 'self' | 'other', rule: ProposeValues['rule'], day: string): ProposeValues {
  return {
    forWhom,
    person: null,
    rule,
    units: '1',
    grade: '',
    at: day,
    label: '',
    reason: '',
    evidence: '',
    thing: null,
    photos: [],
    token: newClientToken(),
  };
}

export const optionsFor = (options: readonly ProposalOption[], forWhom: ProposeValues['forWhom']): ProposalOption[] =>
  options.filter(({ forSelf, forOthers }) => (forWhom === 'self' ? forSelf : forOthers));

const isUnits = (text: string): boolean => {
  const units = Number(text);
  return text.trim() !== '' && units >= 0.5 && units <= 20 && Number.isInteger(units * 2);
};

/** By field; what the function would refuse, said beforehand. */
export function whatIsWrong(values: ProposeValues, option: ProposalOption | undefined): Record<string, string> {
  const { forWhom, person, units, grade, at, label, reason, thing, evidence, photos } = values;
  const hasEvidence = evidence.trim() !== '' || photos.length > 0;
  const wrong: [string, string | false][] = [
    ['representativeId', forWhom === 'other' && person === null && '请选择代表'],
    ['rule', option === undefined && '请选择记哪一项'],
    ['grade', option?.grades !== undefined && grade === '' && '请选择档次'],
    ['units', option !== undefined && !option.grades && !isUnits(units) && '数量在 0.5 到 20 之间，最多精确到 0.5'],
    ['at', at === '' && '请选择日期'],
    ['thing', option?.about === 'wish' && thing?.kind !== 'wish' && '请选择是哪件心愿'],
    ['label', label.trim().length < 2 && '请写明是什么事'],
    ['reason', reason.trim().length < 2 && '请写几句说明'],
    ['evidence', option !== undefined && !hasEvidence && `请写明或拍照：${option.evidence}`],
  ];
  return Object.fromEntries(wrong.filter((entry): entry is [string, string] => entry[1] !== false));
}

/** To be called with what `whatIsWrong` finds nothing wrong with. */
export function toInput(
  values: ProposeValues,
  option: ProposalOption,
  me: Me,
  photos: string[],
): Input<'points.propose'> {
  const { forWhom, person, units, grade, at, label, reason, evidence, thing, token } = values;
  const representativeId = forWhom === 'self' ? me.representativeId : person?.id;
  return {
    rule: option.rule,
    representativeId: representativeId ?? '',
    amount: option.grades ? { grade } : { units: Number(units) },
    at,
    label: label.trim(),
    reason: reason.trim(),
    clientToken: token,
    ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }),
    ...(photos.length > 0 ? { photos } : {}),
    ...(thing && option.about ? { [thing.kind === 'wish' ? 'wishId' : 'postId']: thing.id } : {}),
  };
}

/** '预计 +4 分（2 半天 × 2 分）'; null while it cannot be said. `points`: of one unit on that day. */
export function previewText(
  { units, grade }: Pick<ProposeValues, 'units' | 'grade'>,
  { grades, unit }: Pick<ProposalOption, 'grades' | 'unit'>,
  points: number | undefined,
): string | null {
  if (grades) {
    const chosen = grades.find(({ name }) => name === grade);
    return chosen ? `预计 ${signedPoints(chosen.points)}（${chosen.name}）` : null;
  }
  if (points === undefined || !isUnits(units)) return null;
  const whole = Math.round(points * Number(units) * 10) / 10;
  return `预计 ${signedPoints(whole)}（${Number(units)} ${unit} × ${points} 分）`;
}
