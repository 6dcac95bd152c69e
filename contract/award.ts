/** award: 最美代表. */
export {};
