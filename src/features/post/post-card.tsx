import { View } from '@tarojs/components';
import type { PostView } from '../../../contract/post';
import type { OutcomeShape } from '../../../contract/shapes';
import { Card } from '../../components/card';
import { PhotoGrid } from '../../components/photo-grid';
import { Pressable } from '../../components/pressable';
import { ShareButton } from '../../components/share-button';
import { Tag } from '../../components/tag';
import { whenText } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { shareButtonId } from './post-share';
import './post-card.scss';

interface Props {
  post: PostView;
  /** How a feature next door says an outcome. */
  outcomeText: (outcome: OutcomeShape) => string;
  onThank: (post: PostView) => void;
  onShare: (post: PostView) => Promise<void>;
  onRemove: (post: PostView) => void;
}

/** One 晒单: who did it, what it was, photos, what it brought. */
export function PostCard({ post, outcomeText, onThank, onShare, onRemove }: Props) {
  const { representative, groupName, at, text, photos, outcomes, wish } = post;
  return (
    <Card>
      <View className="post-card__head">
        <View className="post-card__mark">{[...representative][0]}</View>
        <View className="post-card__who">
          <View className="post-card__name">{representative}代表</View>
          <View className="post-card__meta">
            {groupName} · <View className="post-card__when">{whenText(at)}</View>
          </View>
        </View>
      </View>
      <View className="post-card__text">{text}</View>
      <PhotoGrid photos={photos} label={`${representative}代表的照片`} />
      {outcomes.length > 0 ? (
        <View className="post-card__outcomes">
          {outcomes.map((outcome) => (
            <Tag key={outcome.kind} text={outcomeText(outcome)} tone="green" />
          ))}
        </View>
      ) : null}
      {wish ? <WishLine wish={wish} /> : null}
      <View className="post-card__actions">
        <Thanks post={post} onThank={() => onThank(post)} />
        <View className="post-card__action">
          <ShareButton id={shareButtonId(post.id)} text="转发" onShare={() => onShare(post)} />
        </View>
      </View>
      {post.mine ? (
        <Pressable className="post-card__remove" onPress={() => onRemove(post)}>
          撤回这条晒单
        </Pressable>
      ) : null}
    </Card>
  );
}

function WishLine({ wish }: { wish: NonNullable<PostView['wish']> }) {
  return (
    <Pressable className="post-card__wish" role="link" onPress={() => open(routes.wishDetail, { id: wish.id })}>
      <View className="post-card__wish-words">
        <View className="post-card__wish-code">
          心愿 {wish.code} · {wish.village}
        </View>
        <View className="post-card__wish-content">{wish.content}</View>
      </View>
      <View className="post-card__wish-go">›</View>
    </Pressable>
  );
}

function Thanks({ post: { mine, thanked, thanks }, onThank }: { post: PostView; onThank: () => void }) {
  if (mine) {
    return <View className="post-card__thanked">{thanks > 0 ? `收到 ${thanks} 个感谢` : '还没有人点感谢'}</View>;
  }
  const count = thanks > 0 ? ` ${thanks}` : '';
  return (
    <Pressable
      className={`post-card__thanks${thanked ? ' post-card__thanks--on' : ''}`}
      label={`${thanked ? '已感谢，再点一次取消' : '感谢'}，共 ${thanks} 个感谢`}
      onPress={onThank}
    >
      {thanked ? `✓ 已感谢${count}` : `感谢${count}`}
    </Pressable>
  );
}
