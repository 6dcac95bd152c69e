import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { startOutbox } from './features/post/outbox';
import { meStore } from './platform/session';
import { startPlatform } from './platform/start';
// First of all styles: a component's own must win over the reset, whichever chunk brings it.
import './components/pressable.scss';
import './app.scss';

/** In a yard without a signal a representative's pages must be in the browser already; WeChat keeps its packages itself. */
function fetchAhead(): void {
  // Written out, so that the mini-program's build leaves it away: it has no import of this kind.
  if (process.env.TARO_ENV === 'h5' && meStore.get()?.roles.includes('representative')) {
    const pages = [
      import('./workbench/representative/publish/index'),
      import('./workbench/representative/camera/index'),
      import('./workbench/representative/blur/index'),
      import('./workbench/representative/outbox/index'),
    ];
    // No signal now either: they are fetched when they are opened.
    Promise.all(pages).catch(() => undefined);
  }
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startPlatform();
    startOutbox();
    meStore.subscribe(fetchAhead);
  });
  return children;
}
