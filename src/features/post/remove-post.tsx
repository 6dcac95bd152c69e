import { useState } from 'react';
import type { PostView } from '../../../contract/post';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { toast } from '../../platform/toast';

interface Removal {
  /** Asks about this post. */
  ask: (post: PostView) => void;
  asked: PostView | null;
  remove: () => Promise<void>;
  cancel: () => void;
}

/** 撤回 one's own post, asked once more before. */
export function useRemoval(onRemoved: (post: PostView) => void): Removal {
  const [asked, ask] = useState<PostView | null>(null);
  const cancel = () => ask(null);
  const remove = async () => {
    if (!asked) return;
    try {
      await call('post.remove', { id: asked.id });
      cancel();
      onRemoved(asked);
      toast('已撤回');
    } catch (error) {
      toast(messageOf(error));
    }
  };
  return { ask, asked, remove, cancel };
}

export function RemovalDialog({ removal: { asked, remove, cancel } }: { removal: Removal }) {
  const counted = asked && (asked.outcomes.length > 0 || !asked.wish) ? '，它带来的成效和积分也会一并扣回' : '';
  return (
    <ConfirmDialog
      open={asked !== null}
      title="撤回这条晒单？"
      text={`撤回后大家都看不到它了${counted}。撤回以后不能恢复。`}
      confirmText="撤回"
      danger
      onConfirm={remove}
      onCancel={cancel}
    />
  );
}
