import { View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '../../../components/field';
import { Pressable } from '../../../components/pressable';
import type { Photos } from '../../../platform/use-photos';
import { PhotoSheet } from './photo-sheet';
import { PhotoTile } from './photo-tile';
import type { Pairs } from './use-pair';
import './post-photos.scss';

interface Props {
  photos: Photos;
  pairs: Pairs;
  error: string | undefined;
}

/** The camera first and large; once there is a photo, the first large and the others below, each with its progress. */
export function PostPhotos({ photos, pairs, error }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const { add } = photos;
  const [first, ...others] = photos.photos;
  const tileOf = (photo: (typeof others)[number], index: number) => (
    <PhotoTile
      key={photo.key}
      photo={photo}
      number={index + 1}
      part={pairs.partOf(photo.key)}
      onPress={() => setOpened(photo.key)}
      onRetry={() => photos.retry(photo.key)}
    />
  );
  if (!first) return <Start error={error} onAdd={(source) => void add(source)} />;
  return (
    <Field id="photos" label="照片" required group note={`${photos.photos.length}/9`} error={error}>
      <View className="post-photos__first">{tileOf(first, 0)}</View>
      <View className="post-photos__strip">
        {others.map((photo, index) => (
          <View key={photo.key} className="post-photos__cell">
            {tileOf(photo, index + 1)}
          </View>
        ))}
        {photos.room > 0 ? (
          <>
            <Add id="take-photo" text="拍照" label="再拍一张" onPress={() => void add('camera')} />
            <Add id="choose-photos" text="相册" label="从相册选照片" onPress={() => void add('album')} />
          </>
        ) : null}
      </View>
      <View className="post-photos__hint">点照片可以排序、遮住人脸、做前后对比或移除。</View>
      <PhotoSheet photos={photos} pairs={pairs} opened={opened} onClose={() => setOpened(null)} />
    </Field>
  );
}

function Start({ error, onAdd }: { error: string | undefined; onAdd: (source: 'camera' | 'album') => void }) {
  return (
    <Field id="photos" label="照片" required group error={error}>
      <View className="post-photos__start">
        <Pressable id="take-photo" className="post-photos__camera" onPress={() => onAdd('camera')}>
          <View className="post-photos__lens" />
          <View>拍照</View>
        </Pressable>
        <Pressable id="choose-photos" className="post-photos__album" onPress={() => onAdd('album')}>
          从相册选（最多 9 张）
        </Pressable>
      </View>
    </Field>
  );
}

interface AddProps {
  id: string;
  text: string;
  label: string;
  onPress: () => void;
}

function Add({ id, text, label, onPress }: AddProps) {
  return (
    <View className="post-photos__cell">
      <Pressable id={id} className="post-photos__box post-photos__add" label={label} onPress={onPress}>
        <View className="post-photos__add-text">
          <View className="post-photos__mark">＋</View>
          {text}
        </View>
      </Pressable>
    </View>
  );
}
