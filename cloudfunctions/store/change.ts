/** What a move changes of a document, and what its history says of it: the same for all that people move on. */

/** The fields that are set; `null` removes one. */
export type Change<Doc> = { [Field in keyof Doc]?: Doc[Field] | null };

export function updateOf(change: object): { $set: Record<string, unknown>; $unset?: Record<string, ''> } {
  const entries = Object.entries(change) as [string, unknown][];
  const removed = entries.filter(([, value]) => value === null);
  return {
    $set: Object.fromEntries(entries.filter(([, value]) => value !== null)),
    ...(removed.length > 0 ? { $unset: Object.fromEntries(removed.map(([field]) => [field, '' as const])) } : {}),
  };
}

interface Line {
  accountId: string;
  what: string;
  note?: string;
}

/** What somebody does over and over, as they write, is one line of the history: the last time. */
export function extended<Event extends Line>(timeline: readonly Event[], event: Event): Event[] {
  const last = timeline.at(-1);
  const isAgain = last?.what === event.what && last.accountId === event.accountId && last.note === event.note;
  return [...(isAgain ? timeline.slice(0, -1) : timeline), event];
}
