import Taro from '@tarojs/taro';
import { restoreLargeType } from './large-type';
import { watchNetwork } from './network';
import { isH5 } from './transport';
import { nameNavigationBar } from './navigation-bar';

/** Once, when the app is launched. */
export function startPlatform(): void {
  if (isH5) nameNavigationBar();
  else Taro.cloud.init({ traceUser: true });
  watchNetwork();
  restoreLargeType();
}
