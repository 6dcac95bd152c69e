/**
 * 通知: an event is told of once; what the clock has to say to a person is one digest a day. A wish comes up in a
 * person's notices at most once a day: what follows is said in the same place.
 */
export const noticeKinds = ['wish', 'order', 'digest'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface DigestItem {
  wishId: string;
  orderId?: string;
  text: string;
}

export const digestText = (total: number): string => `今天有 ${total} 件事要您处理`;

/** What the platform's own message says. */
export const waitingText = (count: number): string => `您有 ${count} 件事待处理`;

/** 'CJ-2026-0160 3 天还没有代表认领' */
export const itemText = (code: string, text: string): string => `${code} ${text}`;
