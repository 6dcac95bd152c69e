import { Camera as NativeCamera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { offscreen } from '../../../platform/canvas';
import type { Chosen } from '../../../platform/chosen';
import type { Camera } from './camera';
import { cropped } from './crop';

const takePhoto = (): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.createCameraContext().takePhoto({
      quality: 'high',
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** WeChat's own camera, which stands on the page as a component. */
export function useWechatCamera(): Camera {
  const [state, setState] = useState<Camera['state']>('opening');
  const shoot = async (shape: number): Promise<Chosen> => {
    const path = await takePhoto();
    try {
      const photo = await offscreen(1, 1).loadImage(path);
      return await cropped(photo, photo, shape);
    } catch {
      // An older WeChat that draws nothing off the screen: the whole photo is as good.
      return { kind: 'path', path };
    }
  };
  const view = (
    <NativeCamera
      className="camera__layer"
      devicePosition="back"
      flash="auto"
      onInitDone={() => setState('live')}
      onError={() => setState('none')}
    />
  );
  return { state, shoot, view };
}
