import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CommentView } from '../../../contract/post';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-field';
import { call } from '../../platform/call';
import { fieldErrors, formMessageOf } from '../../platform/call-error';
import { useDraft } from '../../platform/draft';
import { RefusedSpots } from './refused-spots';
import { spotsOfError } from './spots';
import './comment-sheet.scss';

interface Props {
  open: boolean;
  postId: string;
  onClose: () => void;
  onWritten: (comment: CommentView) => void;
}

/** Where a comment is written; what was written stays until it is sent. */
export function CommentSheet({ open, postId, onClose, onWritten }: Props) {
  return (
    <Sheet open={open} title="写评论" onClose={onClose}>
      <CommentForm
        postId={postId}
        onWritten={(comment) => {
          onClose();
          onWritten(comment);
        }}
      />
    </Sheet>
  );
}

const MOST_CHARACTERS = 140;

function CommentForm({ postId, onWritten }: Pick<Props, 'postId' | 'onWritten'>) {
  const draft = useDraft(`comment.${postId}`, { text: '' });
  const [refusal, setRefusal] = useState<{ text: string; error: unknown } | null>(null);

  const submit = async () => {
    const text = draft.current().text.trim();
    setRefusal(null);
    try {
      const { comment } = await call('post.comment', { id: postId, text, clientToken: draft.clientToken() });
      draft.clear();
      onWritten(comment);
    } catch (error) {
      setRefusal({ text, error });
    }
  };

  const wrong = refusal ? fieldErrors(refusal.error).text : undefined;
  const spots = refusal ? spotsOfError(refusal.error) : [];
  return (
    <View>
      <View className="comment-sheet__hint">请文明发言，不要写别人的姓名、电话、证件号和门牌号。</View>
      <TextArea
        id="comment"
        label="评论"
        required
        placeholder="说句鼓励的话，或补充您知道的情况"
        defaultValue={draft.values.text}
        maxLength={MOST_CHARACTERS}
        error={wrong}
        onInput={(text) => draft.set({ text })}
      />
      {refusal && wrong === undefined ? <Notice tone="bad" text={formMessageOf(refusal.error)} /> : null}
      {refusal && spots.length > 0 ? <RefusedSpots text={refusal.text} spots={spots} /> : null}
      <Button id="comment-send" kind="primary" size="big" text="发表评论" busyText="正在发表…" onPress={submit} />
    </View>
  );
}
