import { View } from '@tarojs/components';
import type { CommentView } from '../../../contract/post';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Pressable } from '../../components/pressable';
import { ErrorState, LoadingSkeleton } from '../../components/states';
import { whenText } from '../../platform/dates';
import { HiddenNotice } from './hidden-notice';
import type { Comments } from './use-comments';
import './comment-list.scss';

interface Props {
  comments: Comments;
  /** How many there are, as the post counts them. */
  total: number;
  onMenu: (comment: CommentView) => void;
}

/** Below a post: what people said, the oldest first. */
export function CommentList({ comments: { list, shown }, total, onMenu }: Props) {
  const content = () => {
    if (list.state === 'loading') return <LoadingSkeleton rows={1} />;
    if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
    if (shown.length === 0) return <View className="comments__none">还没有评论，说句鼓励的话吧。</View>;
    return (
      <>
        {shown.map((comment) => (
          <Comment key={comment.id} comment={comment} onMenu={() => onMenu(comment)} />
        ))}
        {list.more === 'end' ? null : (
          <Button
            kind="quiet"
            text={list.more === 'failed' ? '没有加载出来，再试一次' : '更多评论'}
            onPress={list.loadMore}
          />
        )}
      </>
    );
  };
  return (
    <Card id="comments" title={total > 0 ? `评论 ${total}` : '评论'}>
      {content()}
    </Card>
  );
}

function Comment({ comment, onMenu }: { comment: CommentView; onMenu: () => void }) {
  const { who, at, text, mine, hiddenBecause, allowed } = comment;
  return (
    <View className="comments__one">
      <View className="comments__head">
        <View className="comments__who">
          {who}
          {mine ? '（我）' : ''}
          <View className="comments__when">{whenText(at)}</View>
        </View>
        {allowed.length > 0 ? (
          <Pressable className="comments__menu" label={`对${who}的评论更多操作`} onPress={onMenu}>
            更多
          </Pressable>
        ) : null}
      </View>
      <View className="comments__text">{text}</View>
      {hiddenBecause ? <HiddenNotice what="评论" because={hiddenBecause} mine={mine} /> : null}
    </View>
  );
}
