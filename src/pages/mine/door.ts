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
