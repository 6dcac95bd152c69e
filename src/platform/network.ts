/** When it is worth trying again: the signal is back, or the person looks at the app again. */
import Taro from '@tarojs/taro';
import { isH5 } from './transport';

let isCut = false;
const listeners = new Set<() => void>();

/** Whether the phone itself says that it has no signal; a signal alone does not mean that anything gets through. */
export const isOffline = (): boolean => (isH5 ? !navigator.onLine : isCut);

/** Answers how to stop listening. */
export function onWorthTrying(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** Once, when the app is launched. */
export function watchNetwork(): void {
  if (isH5) {
    window.addEventListener('online', tell);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') tell();
    });
    return;
  }
  Taro.onNetworkStatusChange(({ isConnected }) => {
    isCut = !isConnected;
    if (isConnected) tell();
  });
  Taro.onAppShow(tell);
  Taro.getNetworkType({
    success: ({ networkType }) => {
      isCut = networkType === 'none';
    },
  }).catch(() => undefined);
}
