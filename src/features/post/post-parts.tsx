/** What a post shows of itself, in the feed and on its own page alike. */
import { View } from '@tarojs/components';
import type { PostView } from '../../../contract/post';
import type { OutcomeShape } from '../../../contract/shapes';
import { Pressable } from '../../components/pressable';
import { Tag } from '../../components/tag';
import { whenText } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { showPostsOf } from './posts-of';
import './post-parts.scss';

interface HeadProps {
  post: PostView;
  /** Opens the menu of what may be done with it. */
  onMenu: (post: PostView) => void;
}

/** Who showed it, for which group, when and where; a press shows everything by the same representative. */
export function PostHead({ post, onMenu }: HeadProps) {
  const { representativeId, representative, groupName, at, place, featured, allowed } = post;
  const hasMenu = allowed.some((act) => act !== 'thank' && act !== 'comment');
  return (
    <View className="post-card__head">
      <Pressable
        className="post-card__author"
        role="link"
        label={`${representative}代表，${groupName}，看他的全部晒单`}
        onPress={() => showPostsOf({ id: representativeId, name: representative })}
      >
        <View className="post-card__mark">{[...representative][0]}</View>
        <View className="post-card__who">
          <View className="post-card__name">
            {representative}代表{featured ? <Tag text="精选" tone="amber" /> : null}
          </View>
          <View className="post-card__meta">{groupName}</View>
          <View className="post-card__meta">
            <View className="post-card__piece">{whenText(at)}</View>
            {place ? <View className="post-card__piece">{place}</View> : null}
          </View>
        </View>
      </Pressable>
      {hasMenu ? (
        <Pressable className="post-card__menu" label="更多操作" onPress={() => onMenu(post)}>
          更多
        </Pressable>
      ) : null}
    </View>
  );
}

interface FactsProps {
  post: PostView;
  /** How a feature next door says an outcome. */
  outcomeText: (outcome: OutcomeShape) => string;
}

/** What it brought, and for which wish. */
export function PostFacts({ post: { outcomes, wish }, outcomeText }: FactsProps) {
  return (
    <>
      {outcomes.length > 0 ? (
        <View className="post-card__outcomes">
          {outcomes.map((outcome) => (
            <Tag key={outcome.kind} text={outcomeText(outcome)} tone="green" />
          ))}
        </View>
      ) : null}
      {wish ? <WishLine wish={wish} /> : null}
    </>
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

/** Photos that are there, but not for this caller. */
export function Withheld({ post: { photosWithheld, photoCount } }: { post: PostView }) {
  if (!photosWithheld) return null;
  return (
    <View className="post-card__withheld">{photoCount > 0 ? '部分照片按本人意愿不公开' : '照片按本人意愿不公开'}</View>
  );
}

interface ThanksProps {
  post: PostView;
  onThank: (post: PostView) => void;
}

/** 感谢, or on one's own post how many came. */
export function Thanks({ post, onThank }: ThanksProps) {
  const { mine, thanked, thanks, allowed } = post;
  if (mine || !allowed.includes('thank')) {
    return <View className="post-card__thanked">{thanks > 0 ? `${thanks} 个感谢` : '还没有感谢'}</View>;
  }
  const count = thanks > 0 ? ` ${thanks}` : '';
  return (
    <Pressable
      className={`post-card__thanks${thanked ? ' post-card__thanks--on' : ''}`}
      label={`${thanked ? '已感谢，再点一次取消' : '感谢'}，共 ${thanks} 个感谢`}
      onPress={() => onThank(post)}
    >
      {thanked ? `✓ 已感谢${count}` : `感谢${count}`}
    </Pressable>
  );
}
