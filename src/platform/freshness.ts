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
  'evidence',
  'desk',
  'paper',
  'rules',
  'ruleVersions',
  'mine',
  'race',
  'verify',
  'reads',
  'template',
  'terms',
  'dossier',
  'archives',
  'download',
]);

/** 'listAppeals', 'getProposal', 'previewRules', 'exportAward': says by its name that it reads. */
const readsByName = /^(list|get|preview|export)([A-Z]|$)/;

let changes = 0;

export const changeCount = (): number => changes;

export function noteChange(): void {
  changes += 1;
}

export function noteCall(action: string): void {
  const verb = action.split('.')[1] ?? '';
  if (!readingVerbs.has(verb) && !readsByName.test(verb)) noteChange();
}
