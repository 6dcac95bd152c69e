import { Field } from '../../components/field';
import { PhotoPicker } from '../../components/photo-picker';
import type { Photos } from '../../platform/use-photos';

interface Props {
  id: string;
  photos: Photos;
  hint?: string;
  error: string | undefined;
}

const LOST_ON_LEAVING = '这个浏览器存不住照片（可能是无痕浏览），请在离开前提交，否则照片要重新选。';

export function PhotosField({ id, photos, hint, error }: Props) {
  return (
    <Field id={id} label="照片" hint={photos.doLast ? hint : LOST_ON_LEAVING} error={error} group>
      <PhotoPicker
        id={id}
        photos={photos.photos}
        room={photos.room}
        onAdd={(source) => void photos.add(source)}
        onRetry={photos.retry}
        onRemove={photos.remove}
      />
    </Field>
  );
}
