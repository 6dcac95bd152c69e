/**
 * 通知: an event is told of once; what the clock has to say to a person is one digest a day. A thing comes up in a
 * person's notices at most once a day: what follows is said in the same place.
 */
/** What a notice may be about beside wishes, posts and models, said as '<kind>:<id>' in `about`. */
export const aboutKinds = [
  'entry',
  'proposal',
  'appeal',
  'absence',
  'period',
  'duty',
  'campaign',
  'award',
  'rules',
] as const;
export type AboutKind = (typeof aboutKinds)[number];

export const about = (kind: AboutKind, id: string): string => `${kind}:${id}`;

/** The kind and the id of an `about`; null for what is none. */
export function readAbout(text: string): { kind: AboutKind; id: string } | null {
  const kind = aboutKinds.find((one) => text.startsWith(`${one}:`));
  return kind ? { kind, id: text.slice(kind.length + 1) } : null;
}

export const noticeKinds = ['wish', 'order', 'post', 'model', ...aboutKinds, 'digest'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a notice is about: one of a wish (and of it perhaps an order), a post, a 月度典型代表, or something else by `about`. */
export interface DigestItem {
  wishId?: string;
  orderId?: string;
  postId?: string;
  modelId?: string;
  /** '<kind>:<id>' (aboutKinds). */
  about?: string;
  text: string;
}

const subjects = ['wishId', 'postId', 'modelId', 'about'] as const;

/** The field that names the thing, and the thing's id. */
export function subjectOf(item: DigestItem): { field: (typeof subjects)[number]; id: string } {
  for (const field of subjects) {
    const id = item[field];
    if (id !== undefined) return { field, id };
  }
  throw new Error('a notice about nothing');
}

export function kindOf(item: DigestItem): NoticeKind {
  if (item.postId !== undefined) return 'post';
  if (item.modelId !== undefined) return 'model';
  const other = item.about === undefined ? null : readAbout(item.about);
  if (other) return other.kind;
  return item.orderId === undefined ? 'wish' : 'order';
}

export const digestText = (total: number): string => `今天有 ${total} 件事要您处理`;

/** What the platform's own message says. */
export const waitingText = (count: number): string => `您有 ${count} 件事待处理`;

/** 'CJ-2026-0160 3 天还没有代表认领' */
export const itemText = (code: string, text: string): string => `${code} ${text}`;
