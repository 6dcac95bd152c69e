import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { CommentView } from '../../../contract/post';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Sheet } from '../../components/sheet';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { toast } from '../../platform/toast';
import { hideQuestion, ReasonSheet, reportQuestion } from './reason-sheet';
import './post-menu.scss';

type Act = CommentView['allowed'][number];

interface Asked {
  comment: CommentView;
  act: Exclude<Act, 'unhide'> | null;
}

interface CommentMenu {
  open: (comment: CommentView) => void;
  sheets: ReactNode;
}

interface Tells {
  onChanged: (comment: CommentView) => void;
  onRemoved: (id: string) => void;
}

const questions = { report: reportQuestion('评论'), hide: hideQuestion('评论') } as const;

/** “更多” of a comment: what the function allows. */
export function useCommentMenu({ onChanged, onRemoved }: Tells): CommentMenu {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);

  const settle = async (send: () => Promise<{ comment: CommentView }>, said: string) => {
    const { comment } = await send();
    close();
    onChanged(comment);
    toast(said);
  };
  const sendReason = (reason: string) => {
    if (!asked) return Promise.resolve();
    const commentId = asked.comment.id;
    return asked.act === 'report'
      ? settle(() => call('post.reportComment', { commentId, reason }), '已收到举报，会有专人查看')
      : settle(() => call('post.hideComment', { commentId, reason }), '已隐藏，发表的人会看到理由');
  };
  const unhide = (commentId: string) =>
    settle(() => call('post.unhideComment', { commentId }), '已恢复显示').catch((error: unknown) =>
      toast(messageOf(error)),
    );
  const remove = async () => {
    if (!asked) return;
    try {
      await call('post.removeComment', { commentId: asked.comment.id });
      close();
      onRemoved(asked.comment.id);
      toast('已撤回');
    } catch (error) {
      toast(messageOf(error));
    }
  };

  const sheets = (
    <>
      <Sheet open={asked?.act === null} title="更多操作" onClose={close}>
        {asked ? (
          <Acts
            allowed={asked.comment.allowed}
            onAct={(act) => (act === 'unhide' ? unhide(asked.comment.id) : setAsked({ ...asked, act }))}
          />
        ) : null}
      </Sheet>
      <ReasonSheet
        question={asked?.act === 'report' || asked?.act === 'hide' ? questions[asked.act] : null}
        send={sendReason}
        onClose={close}
      />
      <ConfirmDialog
        open={asked?.act === 'remove'}
        title="撤回这条评论？"
        text="撤回后大家都看不到它了，不能恢复。"
        confirmText="撤回"
        danger
        onConfirm={remove}
        onCancel={close}
      />
    </>
  );
  return { open: (comment) => setAsked({ comment, act: null }), sheets };
}

const labels = {
  unhide: '恢复显示',
  report: '举报',
  hide: '隐藏这条评论',
  remove: '撤回这条评论',
} as const satisfies Record<Act, string>;

const order = Object.keys(labels) as Act[];

interface ActsProps {
  allowed: readonly Act[];
  onAct: (act: Act) => Promise<void> | void;
}

function Acts({ allowed, onAct }: ActsProps) {
  return (
    <View>
      {order
        .filter((act) => allowed.includes(act))
        .map((act) => (
          <View key={act} className="post-menu__act">
            <Button
              id={`comment-${act}`}
              kind={act === 'hide' || act === 'remove' ? 'danger' : 'plain'}
              size="big"
              text={labels[act]}
              onPress={() => onAct(act)}
            />
          </View>
        ))}
    </View>
  );
}
