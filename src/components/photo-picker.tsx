import { Image, View } from '@tarojs/components';
import { Pressable } from './pressable';
import './photo-picker.scss';

interface Picked {
  key: string;
  url: string;
  state: 'waiting' | 'uploading' | 'done' | 'failed';
  progress: number;
  message?: string;
}

interface Props {
  id?: string | undefined;
  photos: readonly Picked[];
  /** How many more may be added. */
  room: number;
  onAdd: (source: 'camera' | 'album') => void;
  onRetry: (key: string) => void;
  onRemove: (key: string) => void;
}

/** Camera first, then the album; each photo shows how far it has come. */
export function PhotoPicker({ id, photos, room, onAdd, onRetry, onRemove }: Props) {
  return (
    <View {...(id ? { id } : {})} className="photo-picker">
      {photos.map((photo, index) => (
        <View key={photo.key} className="photo-picker__cell">
          <View className="photo-picker__box">
            <Image className="photo-picker__image" src={photo.url} mode="aspectFill" />
            <Cover photo={photo} onRetry={() => onRetry(photo.key)} />
            <Pressable
              className="photo-picker__remove"
              label={`移除第 ${index + 1} 张照片`}
              onPress={() => onRemove(photo.key)}
            >
              <View className="photo-picker__cross">×</View>
            </Pressable>
          </View>
        </View>
      ))}
      {room > 0 ? <Add mark="＋" text="拍照" label="拍照" className="camera" onPress={() => onAdd('camera')} /> : null}
      {room > 0 ? (
        <Add mark="＋" text="相册" label="从相册选照片" className="album" onPress={() => onAdd('album')} />
      ) : null}
    </View>
  );
}

function Cover({ photo, onRetry }: { photo: Picked; onRetry: () => void }) {
  if (photo.state === 'waiting') return <View className="photo-picker__cover">等待上传</View>;
  if (photo.state === 'uploading') {
    return <View className="photo-picker__cover">上传 {Math.round(photo.progress * 100)}%</View>;
  }
  if (photo.state === 'done') return null;
  return (
    <Pressable className="photo-picker__cover" label={`上传失败：${photo.message ?? ''}，点此重试`} onPress={onRetry}>
      没有传上，点此重试
    </Pressable>
  );
}

function Add(props: { mark: string; text: string; label: string; className: string; onPress: () => void }) {
  return (
    <View className="photo-picker__cell">
      <Pressable
        className={`photo-picker__box photo-picker__add photo-picker__add--${props.className}`}
        onPress={props.onPress}
        label={props.label}
      >
        <View className="photo-picker__add-text">
          <View className="photo-picker__mark">{props.mark}</View>
          {props.text}
        </View>
      </Pressable>
    </View>
  );
}
