/** Counts what this client has changed, so that a page shown again knows whether what it holds may be old. */
const readingVerbs = new Set([
  'settings',
  'me',
  'list',
  'get',
  'feed',
  'comments',
  'board',
  'entries',
  'groups',
  'overview',
  'briefing',
  'ledger',
  'reveal',
  'similar',
  'suggest',
  'queue',
  'queueCount',
  'departments',
  'count',
  'sheet',
  'print',
  'card',
  'code',
  'groupBoard',
  'brief',
]);

let changes = 0;

export const changeCount = (): number => changes;

export function noteChange(): void {
  changes += 1;
}

export function noteCall(action: string): void {
  if (!readingVerbs.has(action.split('.')[1] ?? '')) noteChange();
}
