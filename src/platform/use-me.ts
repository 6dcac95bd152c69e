import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Me } from '../../contract/account';
import { call } from './call';
import { CallError } from './call-error';
import { isSignedIn, meStore } from './session';
import { createStore, useStore } from './store';

let asked: Promise<void> | null = null;
/** Why the question who this is had no answer; empty when it had. */
const failureStore = createStore('');

export async function refreshMe(): Promise<void> {
  const { me } = await call('account.me', {});
  meStore.set(me);
}

async function ask(): Promise<void> {
  askOnce();
  await asked;
}

function askOnce(): void {
  if (meStore.get() || asked || !isSignedIn()) return;
  asked = refreshMe()
    .then(() => failureStore.set(''))
    .catch((error: unknown) => {
      // Most pages only show fewer doors then, and their own calls say what is wrong.
      if (!(error instanceof CallError)) throw error;
      failureStore.set(error.message);
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

interface Who {
  me: Me | null;
  /** Somebody has signed in here, and who it is is not known yet, or could not be asked. */
  isAsking: boolean;
  failure: string;
  retry: () => Promise<void>;
}

/** For the page about oneself: a weak signal must not make a stranger of somebody. */
export function useWho(): Who {
  const me = useMe();
  const failure = useStore(failureStore);
  const isUnknown = me === null && isSignedIn();
  return { me, isAsking: isUnknown && failure === '', failure: isUnknown ? failure : '', retry: ask };
}
