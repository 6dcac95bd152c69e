import { isH5 } from '../../../platform/transport';
import type { Camera } from './camera';
import { useBrowserCamera } from './use-browser-camera';
import { useWechatCamera } from './use-wechat-camera';

/** Which of the two is a matter of the build, never of a moment. */
export const useCamera: () => Camera = isH5 ? useBrowserCamera : useWechatCamera;
