/** 大字: a switch of the person's, kept on the phone; every page follows it. */
import { read, write } from './storage';
import { createStore, useStore } from './store';
import { isH5 } from './transport';

const KEY = 'largeType';
const store = createStore(false);

export const useLargeType = (): boolean => useStore(store);

export function setLargeType(on: boolean): void {
  write(KEY, on);
  show(on);
}

export const restoreLargeType = (): void => show(read(KEY) === true);

function show(on: boolean): void {
  store.set(on);
  // Tab bar and navigation bar stand outside the pages; on WeChat they follow the phone's own setting.
  if (isH5) document.documentElement.classList.toggle('large-type', on);
}
