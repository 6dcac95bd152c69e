/** The parts of wx that need no answer from a test: the phone, its storage, and observers that see nothing in jsdom. */
import type { Journal } from './journal';

const phone = {
  brand: 'devtools',
  model: 'iPhone 13',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 16',
  platform: 'devtools',
  SDKVersion: '3.5.5',
  fontSizeSetting: 16,
  benchmarkLevel: 1,
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
};

export interface Launch {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: Record<string, string>;
}

export function systemApis(launch: Launch, isKnown: (name: string) => boolean) {
  const info = () => ({ ...phone });
  return {
    getSystemInfoSync: info,
    getWindowInfo: info,
    getDeviceInfo: info,
    getAppBaseInfo: info,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 48, right: 365, bottom: 80, left: 278 }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    canIUse: (schema: string) => {
      const [name = '', member = ''] = schema.split('.');
      // Components and their attributes are not in the typings; asking for one of them is answered as a new phone would.
      return isKnown(name) || name === name.toLowerCase() || member !== '';
    },
    nextTick: (callback: () => void) => setTimeout(callback, 0),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    createSelectorQuery: () => emptyQuery(),
    createIntersectionObserver: () => blindObserver(),
  };
}

/** jsdom has no layout, so every query finds nothing. */
function emptyQuery() {
  const query: Record<string, unknown> = {};
  const steps = ['in', 'select', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset', 'fields', 'node'];
  for (const step of steps) query[step] = () => query;
  query.exec = (callback?: (results: unknown[]) => void) => setTimeout(() => callback?.([]), 0);
  return query;
}

function blindObserver() {
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => undefined,
    disconnect: () => undefined,
  };
  return observer;
}

/** Storage holds JSON, as on a phone; a missing key reads as an empty string. */
export function storageApis(journal: Journal, stored: Map<string, string>) {
  const read = (key: string): unknown => JSON.parse(stored.get(key) ?? '""');
  return {
    sync: {
      getStorageSync: (key: string) => read(key),
      setStorageSync: (key: string, value: unknown) => {
        journal.record('setStorageSync', { key, data: value });
        stored.set(key, JSON.stringify(value));
      },
      removeStorageSync: (key: string) => {
        journal.record('removeStorageSync', { key });
        stored.delete(key);
      },
      clearStorageSync: () => stored.clear(),
      getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
    },
    async: {
      getStorage: ({ key }: Record<string, unknown>) => {
        if (!stored.has(String(key))) throw new Error('data not found');
        return { data: read(String(key)) };
      },
      setStorage: ({ key, data }: Record<string, unknown>) => {
        stored.set(String(key), JSON.stringify(data));
      },
      removeStorage: ({ key }: Record<string, unknown>) => {
        stored.delete(String(key));
      },
      clearStorage: () => stored.clear(),
    },
  };
}
