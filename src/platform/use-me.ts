import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Me } from '../../contract/account';
import { call } from './call';
import { CallError } from './call-error';
import { isSignedIn, meStore } from './session';
import { useStore } from './store';

let asked: Promise<void> | null = null;

export async function refreshMe(): Promise<void> {
  const { me } = await call('account.me', {});
  meStore.set(me);
}

function askOnce(): void {
  if (meStore.get() || asked || !isSignedIn()) return;
  asked = refreshMe()
    .catch((error: unknown) => {
      // Who one is decides only which doors are shown; the page's own calls say what is wrong.
      if (!(error instanceof CallError)) throw error;
    })
    .finally(() => {
      asked = null;
    });
}

/** The person at this phone; null while nobody has signed in. */
export function useMe(): Me | null {
  // What is drawn only after its page was shown hears nothing of that.
  useEffect(askOnce, []);
  useDidShow(askOnce);
  return useStore(meStore);
}
