import { View } from '@tarojs/components';
import type { PostView } from '../../../contract/post';
import { PhotoGrid } from '../../components/photo-grid';
import { BeforeAfter } from './before-after';
import { Withheld } from './post-parts';
import './post-photos.scss';

/** Every photo of a post: pairs to be compared first, then the others. */
export function PostPhotos({ post }: { post: PostView }) {
  const { photos, representative } = post;
  const pairs = post.pairs.flatMap((pair) => {
    const before = photos.find(({ id }) => id === pair.before);
    const after = photos.find(({ id }) => id === pair.after);
    return before && after ? [{ before, after }] : [];
  });
  const paired = new Set(pairs.flatMap(({ before, after }) => [before.id, after.id]));
  return (
    <View className="post-photos">
      {pairs.map(({ before, after }) => (
        <BeforeAfter key={`${before.id}-${after.id}`} before={before} after={after} among={photos} />
      ))}
      <PhotoGrid
        photos={photos.filter(({ id }) => !paired.has(id))}
        label={`${representative}代表的照片`}
        among={photos}
      />
      <Withheld post={post} />
    </View>
  );
}
