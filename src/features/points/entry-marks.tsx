import type { Output } from '../../../contract/contract';
import { appealStatusLabels } from '../../../domain/labels';
import type { Tone } from '../../components/tag';
import { Tag } from '../../components/tag';

export type Entry = Output<'points.entries'>['items'][number];

interface Mark {
  text: string;
  tone: Tone;
}

const kindMarks = {
  paid: [],
  reversal: [{ text: '冲正', tone: 'amber' }],
  restored: [{ text: '恢复', tone: 'green' }],
} as const satisfies Record<Entry['kind'], readonly Mark[]>;

function appealMarks({ appeal }: Entry): Mark[] {
  if (!appeal) return [];
  if (appeal.status !== 'decided') return [{ text: `申诉${appealStatusLabels[appeal.status]}`, tone: 'blue' }];
  return [appeal.accept ? { text: '申诉成立', tone: 'green' } : { text: '申诉未获支持', tone: 'plain' }];
}

const marksOf = (entry: Entry): readonly Mark[] => [...kindMarks[entry.kind], ...appealMarks(entry)];

/** What is out of the ordinary about an entry, in a word each. */
export const EntryMarks = ({ entry }: { entry: Entry }) =>
  marksOf(entry).map(({ text, tone }) => <Tag key={text} text={text} tone={tone} />);
