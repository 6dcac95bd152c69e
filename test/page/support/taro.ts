/** A thin stand-in for Taro: the page's events, a phone's storage, and WeChat's cloud, all in the test's hands. */
import { useEffect, useRef } from 'react';

type Listener = () => void;
type CloudCall = (request: { name: string; data: unknown }) => Promise<{ result: unknown }>;

const storage = new Map<string, unknown>();
const toasts: string[] = [];
const listeners = {
  show: new Set<Listener>(),
  hide: new Set<Listener>(),
  pullDown: new Set<Listener>(),
  reachBottom: new Set<Listener>(),
};
let cloudCall: CloudCall = () => Promise.reject(new Error('no cloud'));

// What is kept is a copy; jsdom has no structuredClone.
const clone = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

export const phone = {
  reset: () => {
    storage.clear();
    toasts.length = 0;
    for (const set of Object.values(listeners)) set.clear();
  },
  answerCalls: (answer: CloudCall) => {
    cloudCall = answer;
  },
  stored: (key: string) => storage.get(key),
  keep: (key: string, value: unknown) => void storage.set(key, value),
  toasts: (): readonly string[] => toasts,
  happens: (event: keyof typeof listeners) => {
    for (const listener of listeners[event]) listener();
  },
};

const pageEvent = (event: keyof typeof listeners) => (listener: Listener) => {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const call = () => latest.current();
    listeners[event].add(call);
    return () => {
      listeners[event].delete(call);
    };
  }, []);
};

export const useDidShow = pageEvent('show');
export const useDidHide = pageEvent('hide');
export const usePullDownRefresh = pageEvent('pullDown');
export const useReachBottom = pageEvent('reachBottom');

const taro = {
  getStorageSync: (key: string) => clone(storage.get(key)) ?? '',
  setStorageSync: (key: string, value: unknown) => storage.set(key, clone(value)),
  removeStorageSync: (key: string) => storage.delete(key),
  stopPullDownRefresh: () => undefined,
  showToast: ({ title }: { title: string }) => toasts.push(title),
  cloud: { callFunction: (request: { name: string; data: unknown }) => cloudCall(request) },
};

// What `import Taro from '@tarojs/taro'` asks for.
export { taro as default };
