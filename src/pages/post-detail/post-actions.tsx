import { View } from '@tarojs/components';
import type { PostView } from '../../../contract/post';
import { Pressable } from '../../components/pressable';
import { ShareButton } from '../../components/share-button';
import { useCardAhead } from '../../features/post/card-picture';
import { Thanks } from '../../features/post/post-parts';
import { shareButtonId } from '../../features/post/post-share';

interface Props {
  post: PostView;
  onThank: (post: PostView) => void;
  onShare: (post: PostView) => Promise<void>;
  onComment: () => void;
}

/** At the bottom of a post: a word, thanks, and on into the group. */
export function PostActions({ post, onThank, onShare, onComment }: Props) {
  useCardAhead(post.id);
  return (
    <View className="post-actions">
      {post.allowed.includes('comment') ? (
        <Pressable id="write-comment" className="post-actions__comment" onPress={onComment}>
          写评论…
        </Pressable>
      ) : null}
      <Thanks post={post} onThank={onThank} />
      <View>
        <ShareButton id={shareButtonId(post.id)} text="转发" onShare={() => onShare(post)} />
      </View>
    </View>
  );
}
