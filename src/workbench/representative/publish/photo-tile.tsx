import { Image, View } from '@tarojs/components';
import { Pressable } from '../../../components/pressable';
import { isOffline } from '../../../platform/network';
import type { PickedPhoto } from '../../../platform/use-photos';
import './post-photos.scss';

const partWords = { before: '办之前', after: '办之后' } as const;

interface Props {
  photo: PickedPhoto;
  /** From 1. */
  number: number;
  /** Of a 前后对比. */
  part: 'before' | 'after' | null;
  onPress: () => void;
  onRetry: () => void;
}

/** One photo with how far it has come; pressed, it shows what can be done with it. */
export function PhotoTile({ photo, number, part, onPress, onRetry }: Props) {
  return (
    <View className="post-photos__box post-photos__photo">
      <Pressable className="post-photos__press" label={`第 ${number} 张照片：排序、遮挡、对比、移除`} onPress={onPress}>
        {photo.url === '' ? null : <Image className="post-photos__image" src={photo.url} mode="aspectFill" />}
      </Pressable>
      {part ? <View className="post-photos__part">{partWords[part]}</View> : null}
      <Progress photo={photo} onRetry={onRetry} />
    </View>
  );
}

function Progress({ photo: { state, progress, message }, onRetry }: { photo: PickedPhoto; onRetry: () => void }) {
  switch (state) {
    case 'done':
      return null;
    case 'failed':
      return isOffline() ? (
        <Pressable className="post-photos__failed post-photos__failed--offline" onPress={onRetry}>
          没有信号，稍后自动传
        </Pressable>
      ) : (
        <Pressable className="post-photos__failed" label={`还没传上：${message ?? ''}，点此重试`} onPress={onRetry}>
          还没传上，点此重试
        </Pressable>
      );
    case 'waiting':
    case 'uploading':
      return (
        <View className="post-photos__progress">
          <View className="post-photos__bar" style={{ width: `${Math.round(progress * 100)}%` }} />
          <View className="post-photos__percent">{progressWords(state, progress)}</View>
        </View>
      );
  }
}

function progressWords(state: 'waiting' | 'uploading', progress: number): string {
  if (state === 'waiting') return '等待上传';
  const percent = Math.round(progress * 100);
  // All of it is out; the server is still looking at it.
  return percent === 100 ? '就快好了' : `上传 ${percent}%`;
}
