import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { startPlatform } from './platform/start';
// First of all styles: a component's own must win over the reset, whichever chunk brings it.
import './components/pressable.scss';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(startPlatform);
  return children;
}
