import { Field } from '../../components/field';
import { PhotoPicker } from '../../components/photo-picker';
import type { Photos } from '../../platform/use-photos';

interface Props {
  id: string;
  photos: Photos;
  hint?: string;
  error: string | undefined;
}

export function PhotosField({ id, photos, hint, error }: Props) {
  return (
    <Field id={id} label="照片" hint={hint} error={error} group>
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
