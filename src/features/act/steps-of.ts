import type { TimelineStep } from '../../components/timeline';
import { timeText } from '../../platform/dates';

interface Line {
  at: string;
  who: string;
  what: string;
  note?: string | undefined;
}

/** The timeline of an order, a model or any other thing that people move on, newest first. */
export const stepsOf = (timeline: readonly Line[]): TimelineStep[] =>
  [...timeline].reverse().map(({ at, who, what, note }, index) => ({
    key: `${at}-${index}`,
    title: what,
    who,
    when: timeText(at),
    note,
    photos: [],
  }));
