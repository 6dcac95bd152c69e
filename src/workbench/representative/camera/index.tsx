import { Image, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { retouching } from '../../../features/post/retouch';
import { Button } from '../../../components/button';
import { EmptyState, LoadingSkeleton } from '../../../components/states';
import { shownFile } from '../../../platform/canvas';
import { choosePhotos } from '../../../platform/choose-photos';
import type { Chosen } from '../../../platform/chosen';
import { back, replace } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { toast } from '../../../platform/toast';
import type { Camera } from './camera';
import { useBefore, type Before } from './use-before';
import { useCamera } from './use-camera';
import { VeilSlider } from './veil-slider';
import './camera.scss';

/** 办之后 from where 办之前 was taken: the earlier picture lies over what the camera sees. */
export default function CameraPage() {
  const { before: key = '' } = useRouter().params;
  const before = useBefore(key);
  if (before === 'gone') {
    return (
      <Page>
        <EmptyState
          title="没有“办之前”的照片"
          text="请回到晒单页，点一下办之前的照片，再选“做前后对比：去拍办之后”。"
          action={{ text: '去晒单页', onPress: () => replace(routes.publish) }}
        />
      </Page>
    );
  }
  if (!before) {
    return (
      <Page>
        <LoadingSkeleton />
      </Page>
    );
  }
  return <After before={before} beforeKey={key} />;
}

function After({ before, beforeKey }: { before: Before; beforeKey: string }) {
  const camera = useCamera();
  const [veil, setVeil] = useState(40);
  const [shot, setShot] = useState<Chosen | null>(null);
  const url = useShown(shot);

  const use = async () => {
    if (shot) await retouching()?.addAfter(beforeKey, shot);
    back(routes.feed);
  };
  const bar = url ? (
    <View className="camera__choice">
      <Button id="retake" size="big" text="重拍" onPress={() => setShot(null)} />
      <Button id="use-shot" kind="primary" size="big" text="就用这张" busyText="请稍候…" onPress={use} />
    </View>
  ) : (
    <Shutter camera={camera} shape={before.shape} onShot={setShot} />
  );
  return (
    <Page bar={bar}>
      <View className="camera__hint">{hintOf(camera.state, url !== null)}</View>
      <View className="camera__frame" style={{ maxWidth: `${56 * before.shape}vh` }}>
        <View className="camera__box" style={{ paddingTop: `${100 / before.shape}%` }}>
          {camera.state === 'none' ? null : camera.view}
          {url ? <Image id="shot" className="camera__layer" src={url} mode="aspectFill" /> : null}
          <Image
            id="veil"
            className="camera__layer camera__veil"
            src={before.url}
            mode="aspectFill"
            style={{ opacity: camera.state === 'none' && !url ? 1 : veil / 100 }}
          />
        </View>
      </View>
      {camera.state === 'none' && !url ? null : <VeilSlider value={veil} onChange={setVeil} />}
    </Page>
  );
}

function hintOf(state: Camera['state'], isShot: boolean): string {
  if (isShot) return '拖动下面的滑块，看看前后对得齐不齐。';
  if (state === 'none') {
    return '这里用不了页面里的相机（没有相机，或没有允许使用）。请照着这张“办之前”的位置，用手机自己的相机拍。';
  }
  return '淡淡的是“办之前”的照片。站到同一个位置，对齐了再拍。';
}

interface ShutterProps {
  camera: Camera;
  shape: number;
  onShot: (shot: Chosen) => void;
}

function Shutter({ camera: { state, shoot }, shape, onShot }: ShutterProps) {
  const take = async () => {
    try {
      onShot(await shoot(shape));
    } catch {
      toast('没有拍成，请再按一次');
    }
  };
  const takeElsewhere = async () => {
    const [chosen] = await choosePhotos('camera', 1);
    if (chosen) onShot(chosen);
  };
  if (state === 'none') {
    return (
      <Button id="other-camera" kind="primary" size="big" text="用手机相机拍" onPress={() => void takeElsewhere()} />
    );
  }
  return (
    <Button
      id="shutter"
      kind="primary"
      size="big"
      text={state === 'live' ? '拍照' : '正在打开相机…'}
      busyText="请稍候…"
      disabled={state !== 'live'}
      onPress={take}
    />
  );
}

/** A link to show the file by, for as long as it is shown. */
function useShown(chosen: Chosen | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!chosen) return setUrl(null);
    const shown = shownFile(chosen);
    setUrl(shown.url);
    return shown.release;
  }, [chosen]);
  return url;
}
