import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { PostView } from '../../../contract/post';
import type { OutcomeShape } from '../../../contract/shapes';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { shapeOf } from '../../components/photo-grid';
import { Pressable } from '../../components/pressable';
import { ShareButton } from '../../components/share-button';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { PostFacts, PostHead, Thanks, Withheld } from './post-parts';
import { shareButtonId } from './post-share';
import './post-card.scss';

interface Props {
  post: PostView;
  /** How a feature next door says an outcome. */
  outcomeText: (outcome: OutcomeShape) => string;
  onThank: (post: PostView) => void;
  onShare: (post: PostView) => Promise<void>;
  onMenu: (post: PostView) => void;
}

/** One 晒单 in a feed: who did it, what it was, one photo, what it brought; the rest is on its own page. */
export function PostCard({ post, outcomeText, onThank, onShare, onMenu }: Props) {
  const openPost = () => open(routes.postDetail, { id: post.id });
  return (
    <Card>
      <PostHead post={post} onMenu={onMenu} />
      <Words text={post.text} />
      <Cover post={post} onPress={openPost} />
      <Withheld post={post} />
      <PostFacts post={post} outcomeText={outcomeText} />
      <View className="post-card__actions">
        <Thanks post={post} onThank={onThank} />
        <View className="post-card__action">
          <Button text={post.comments > 0 ? `评论 ${post.comments}` : '评论'} onPress={openPost} />
        </View>
        <View className="post-card__action">
          <ShareButton id={shareButtonId(post.id)} text="转发" onShare={() => onShare(post)} />
        </View>
      </View>
    </Card>
  );
}

/** About four lines of a phone. */
const MOST_WORDS = 76;
const MOST_LINES = 4;

export function cutWords(text: string): string {
  const lines = text.split('\n');
  const characters = [...lines.slice(0, MOST_LINES).join('\n')];
  const isLong = characters.length > MOST_WORDS + 6;
  if (!isLong && lines.length <= MOST_LINES) return text;
  return `${characters.slice(0, MOST_WORDS).join('')}…`;
}

function Words({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(false);
  const cut = cutWords(text);
  const isCut = cut !== text && !isWhole;
  return (
    <View className="post-card__words">
      <View className="post-card__text">{isCut ? cut : text}</View>
      {isCut ? (
        <Pressable className="post-card__whole" label="看全部文字" onPress={() => setWhole(true)}>
          全文
        </Pressable>
      ) : null}
    </View>
  );
}

/** The first photo, in a box that is there before it is: nothing moves while photos arrive. */
function Cover({
  post: { photos, photoCount, pairs, representative },
  onPress,
}: {
  post: PostView;
  onPress: () => void;
}) {
  const [cover] = photos;
  if (!cover) return null;
  const badges = [...(pairs.length > 0 ? ['前后对比'] : []), ...(photoCount > 1 ? [`共 ${photoCount} 张`] : [])];
  return (
    <Pressable
      className="post-card__cover"
      role="link"
      label={`${representative}代表的照片，共 ${photoCount} 张，点开看`}
      onPress={onPress}
    >
      <View className="post-card__box" style={{ paddingTop: `${shapeOf(cover)}%` }}>
        <Image className="post-card__image" src={cover.medium} mode="aspectFill" lazyLoad />
        {badges.length > 0 ? (
          <View className="post-card__badges">
            {badges.map((badge) => (
              <View key={badge} className="post-card__badge">
                {badge}
              </View>
            ))}
          </View>
        ) : null}
      </View>
    </Pressable>
  );
}
