import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { EmptyState, LoadingSkeleton } from '../../../components/states';
import { back, replace } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { toast } from '../../../platform/toast';
import { CanvasBoard } from './canvas-board';
import { CANVAS, useBlurring, type Blurring, type Brush } from './use-blurring';
import './blur.scss';

const brushes = [
  { value: 'small', label: '细' },
  { value: 'middle', label: '中' },
  { value: 'big', label: '粗' },
] as const;

/** A finger over faces and plates, before anybody else sees the photo. */
export default function BlurPage() {
  const { key = '' } = useRouter().params;
  const blurring = useBlurring(key);
  const [brush, setBrush] = useState<Brush>('middle');
  const [asks, setAsks] = useState(false);
  const { state, size, strokes } = blurring;
  const startAgain = () => {
    setAsks(false);
    blurring.reset();
  };

  if (state === 'gone' || state === 'unreadable') return <Without why={state} />;
  return (
    <Page bar={<Bar blurring={blurring} onReset={() => setAsks(true)} />}>
      <View className="blur__hint">
        {strokes === 0
          ? '用手指在人脸、车牌、门牌上涂一涂，涂过的地方会变成方块。'
          : '涂好了就点“完成”。涂多了可以撤销。'}
      </View>
      {size ? (
        <CanvasBoard
          id={CANVAS}
          width={size.width}
          height={size.height}
          isReady={state === 'ready'}
          onStroke={(from, to) => blurring.paint(from, to, brush)}
          onEnd={blurring.endStroke}
        />
      ) : (
        <LoadingSkeleton />
      )}
      <View className="blur__brush">
        <View className="blur__brush-label">笔头</View>
        <Chips id="brush" label="笔头粗细" options={brushes} value={brush} onChange={setBrush} />
      </View>
      <ConfirmDialog
        open={asks}
        title="全部重来？"
        text="已经涂好的地方都会恢复原样。"
        confirmText="全部重来"
        danger
        onConfirm={startAgain}
        onCancel={() => setAsks(false)}
      />
    </Page>
  );
}

function Without({ why }: { why: 'gone' | 'unreadable' }) {
  const states = {
    gone: {
      title: '没有要遮挡的照片',
      text: '请回到晒单页，点一下照片，再选“遮住人脸、车牌”。',
      action: { text: '去晒单页', onPress: () => replace(routes.publish) },
    },
    unreadable: {
      title: '这张照片在这里打不开',
      text: '它的格式能发、但不能在这里改。请用“拍照”再拍一张，或先在手机相册里改好、另存一张再选。',
      action: { text: '返回', onPress: () => back(routes.feed) },
    },
  };
  return (
    <Page>
      <EmptyState {...states[why]} />
    </Page>
  );
}

function Bar({ blurring, onReset }: { blurring: Blurring; onReset: () => void }) {
  const { state, strokes, undo, finish } = blurring;
  const done = async () => {
    try {
      await finish();
      back(routes.feed);
    } catch {
      toast('没有保存成，请再点一次“完成”');
    }
  };
  return (
    <>
      <View className="blur__tools">
        <Button id="undo" text="撤销一笔" disabled={strokes === 0} onPress={undo} />
        <Button id="reset" text="全部重来" disabled={strokes === 0} onPress={onReset} />
      </View>
      <Button
        id="blur-done"
        kind="primary"
        size="big"
        text="完成"
        busyText="正在保存…"
        disabled={state !== 'ready' || strokes === 0}
        onPress={done}
      />
    </>
  );
}
