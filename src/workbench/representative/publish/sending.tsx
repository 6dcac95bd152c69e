import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Outgoing } from '../../../features/post/outbox';
import { Button } from '../../../components/button';
import { open } from '../../../platform/navigate';
import { isOffline } from '../../../platform/network';
import { Page } from '../../../platform/page';
import { photosLastStore } from '../../../platform/photo-shelf';
import { routes } from '../../../platform/routes';
import { useStore } from '../../../platform/store';
import { progressText } from './progress-text';
import './sending.scss';

/** So long without a step forward, and nobody is made to wait any more. */
const PATIENCE_MS = 5000;

interface Props {
  outgoing: Outgoing;
  onAgain: () => void;
}

/** On its way; or, where there is no signal, kept until there is. */
export function Sending({ outgoing, onAgain }: Props) {
  const isStuck = useStuck(outgoing);
  return isStuck ? <Kept outgoing={outgoing} onAgain={onAgain} /> : <OnItsWay outgoing={outgoing} />;
}

function useStuck({ state, why, progress }: Outgoing): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state, progress]);
  return isLate || isOffline() || (state === 'waiting' && why !== '');
}

function OnItsWay({ outgoing: { post, progress } }: { outgoing: Outgoing }) {
  return (
    <Page>
      <View id="sending" className="sending">
        <View className="sending__title">正在发布…</View>
        <View className="sending__track">
          <View className="sending__bar" style={{ width: `${Math.round(progress * 100)}%` }} />
        </View>
        <View className="sending__text">{progressText(post.photos.length, progress)}</View>
        <View className="sending__text">离开这里也会接着发。</View>
      </View>
    </Page>
  );
}

function Kept({ outgoing: { why }, onAgain }: Props) {
  const doLast = useStore(photosLastStore);
  return (
    <Page
      bar={
        <View className="sending__choice">
          <Button id="open-outbox" size="big" text="查看待发" onPress={() => open(routes.outbox)} />
          <Button id="again" kind="primary" size="big" text="再晒一单" onPress={onAgain} />
        </View>
      }
    >
      <View id="kept" className="sending">
        <View className="sending__title">已放进待发队列</View>
        <View className="sending__text">
          {doLast
            ? '有信号会自动发出，不用守着。退出微心愿也不会丢，下次打开接着发。'
            : '有信号会自动发出。这个浏览器存不住照片，发出以前请不要关掉这个页面。'}
        </View>
        {why ? <View className="sending__why">现在：{why}</View> : null}
      </View>
    </Page>
  );
}
