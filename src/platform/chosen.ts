/** What was chosen: a file of the browser's, or a path on the phone. */
export type Chosen = { kind: 'file'; file: File } | { kind: 'path'; path: string };
