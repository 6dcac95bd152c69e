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
/** Paths of the files on the phone. */
const files = new Set<string>();
const uploads: string[] = [];
let upload: (path: string) => Promise<void> = () => Promise.reject(new Error('no cloud'));
let cloudCall: CloudCall = () => Promise.reject(new Error('no cloud'));

// What is kept is a copy; jsdom has no structuredClone.
const clone = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

export const phone = {
  reset: () => {
    storage.clear();
    toasts.length = 0;
    files.clear();
    uploads.length = 0;
    for (const set of Object.values(listeners)) set.clear();
  },
  answerCalls: (answer: CloudCall) => {
    cloudCall = answer;
  },
  /** A photo of the camera's, under this path. */
  takes: (path: string) => void files.add(path),
  answerUploads: (answer: typeof upload) => {
    upload = answer;
  },
  /** What has been sent so far, or tried to. */
  uploads: (): readonly string[] => uploads,
  files: (): readonly string[] => [...files],
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

interface FileCall {
  srcPath?: string;
  destPath?: string;
  filePath?: string;
  success: (answer: { size: number }) => void;
  fail: (error: object) => void;
}

const fileSystem = {
  copyFile: ({ srcPath = '', destPath = '', success, fail }: FileCall) => {
    if (!files.has(srcPath)) return fail({});
    files.add(destPath);
    success({ size: 0 });
  },
  unlink: ({ filePath = '', success, fail }: FileCall) => (files.delete(filePath) ? success({ size: 0 }) : fail({})),
  getFileInfo: ({ filePath = '', success, fail }: FileCall) =>
    files.has(filePath) ? success({ size: 1000 }) : fail({}),
};

interface UploadCall {
  filePath: string;
  success: (answer: { fileID: string }) => void;
  fail: () => void;
}

const taro = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => fileSystem,
  getImageInfo: () => Promise.resolve({ width: 800, height: 600 }),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  getStorageSync: (key: string) => clone(storage.get(key)) ?? '',
  setStorageSync: (key: string, value: unknown) => storage.set(key, clone(value)),
  removeStorageSync: (key: string) => storage.delete(key),
  stopPullDownRefresh: () => undefined,
  showToast: ({ title }: { title: string }) => toasts.push(title),
  cloud: {
    callFunction: (request: { name: string; data: unknown }) => cloudCall(request),
    uploadFile: ({ filePath, success, fail }: UploadCall) => {
      uploads.push(filePath);
      upload(filePath).then(() => success({ fileID: `cloud://${filePath}` }), fail);
    },
  },
};

// What `import Taro from '@tarojs/taro'` asks for.
export { taro as default };
