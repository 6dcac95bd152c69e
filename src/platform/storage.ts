/** What the phone keeps. A full or forbidden storage must not stop anybody, so writing is best effort. */
import Taro from '@tarojs/taro';

export function read(key: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(key);
    return value === '' ? undefined : value;
  } catch {
    return undefined;
  }
}

export function write(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value);
  } catch {
    // Private browsing: it works, it just forgets.
  }
}

export function remove(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // As above.
  }
}

/** Names of what is kept that begin so. */
export function keysFrom(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
