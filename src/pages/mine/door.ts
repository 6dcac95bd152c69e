import { counted } from '../../features/notice/counted';

export interface Door {
  id: string;
  text: string;
  onPress: () => void | Promise<unknown>;
  /** Something waits behind it that is late. */
  isUrgent?: boolean;
  /** Its text needs the whole line. */
  isWhole?: boolean;
}

/** Doors that belong together. */
export interface Section {
  title: string | undefined;
  doors: readonly Door[];
}

export const when = (isSo: boolean, ...doors: Door[]): Door[] => (isSo ? doors : []);

/** '（2 件待确认，1 件待说明）' of what there is; empty where nothing is, or is known. */
export function waitingText(...parts: readonly (readonly [count: number | undefined, words: string])[]): string {
  const there = parts.flatMap(([count = 0, words]) => (count > 0 ? [`${counted(count)} ${words}`] : []));
  return there.length > 0 ? `（${there.join('，')}）` : '';
}
