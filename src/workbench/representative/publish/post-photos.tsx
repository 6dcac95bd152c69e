import { View } from '@tarojs/components';
import { Field } from '../../../components/field';
import { PhotoPicker } from '../../../components/photo-picker';
import { Pressable } from '../../../components/pressable';
import type { Photos } from '../../../platform/use-photos';
import './publish.scss';

interface Props {
  photos: Photos;
  error: string | undefined;
}

/** The camera first and large; once there is a photo, all of them with their progress. */
export function PostPhotos({ photos, error }: Props) {
  const { add } = photos;
  const note = photos.photos.length > 0 ? `${photos.photos.length}/9` : undefined;
  return (
    <Field id="photos" label="照片" required group note={note} error={error}>
      {photos.photos.length === 0 ? (
        <View className="publish__start">
          <Pressable id="take-photo" className="publish__camera" onPress={() => void add('camera')}>
            <View className="publish__lens" />
            <View>拍照</View>
          </Pressable>
          <Pressable id="choose-photos" className="publish__album" onPress={() => void add('album')}>
            从相册选（最多 9 张）
          </Pressable>
        </View>
      ) : (
        <PhotoPicker
          id="photos"
          photos={photos.photos}
          room={photos.room}
          onAdd={(source) => void add(source)}
          onRetry={photos.retry}
          onRemove={photos.remove}
        />
      )}
    </Field>
  );
}
