import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { PostView } from '../../../contract/post';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { toast } from '../../platform/toast';
import { hideQuestion, ReasonSheet, reportQuestion } from './reason-sheet';
import { RemovalDialog, useRemoval } from './remove-post';
import './post-menu.scss';

type Act = Exclude<PostView['allowed'][number], 'thank' | 'comment'>;

interface Asked {
  post: PostView;
  /** null: which act it shall be. */
  act: 'report' | 'hide' | null;
}

interface PostMenu {
  /** Offers what this person may do with the post. */
  open: (post: PostView) => void;
  /** The sheets, to be drawn once on the page. */
  sheets: ReactNode;
}

const questions = { report: reportQuestion('晒单'), hide: hideQuestion('晒单') } as const;

/**
 * “更多” of a post: what the function allows, each asked once more where it hurts. `show` is given the post as it is then;
 * it is filed under another campaign only where a page has the sheet for it (`onFile`).
 */
export function usePostMenu(show: (post: PostView) => void, onFile?: (post: PostView) => void): PostMenu {
  const [asked, setAsked] = useState<Asked | null>(null);
  const removal = useRemoval((post) => show({ ...post, status: 'removed' }));
  const close = () => setAsked(null);

  const settle = async (send: () => Promise<{ post: PostView }>, said: string) => {
    const { post } = await send();
    close();
    show(post);
    toast(said);
  };
  const sendReason = (reason: string) => {
    if (!asked) return Promise.resolve();
    const { id } = asked.post;
    return asked.act === 'report'
      ? settle(() => call('post.report', { id, reason }), '已收到举报，会有专人查看')
      : settle(() => call('post.hide', { id, reason }), '已隐藏，发布人会看到理由');
  };
  /** In the menu itself there is nowhere to say what refused it. */
  const settleOrSay = (send: () => Promise<{ post: PostView }>, said: string) =>
    settle(send, said).catch((error: unknown) => toast(messageOf(error)));

  const start = (act: Act, post: PostView): Promise<void> | void => {
    const { id, featured } = post;
    switch (act) {
      case 'remove':
        close();
        return removal.ask(post);
      case 'file':
        close();
        return onFile?.(post);
      case 'report':
      case 'hide':
        return setAsked({ post, act });
      case 'unhide':
        return settleOrSay(() => call('post.unhide', { id }), '已恢复显示');
      case 'feature':
        return settleOrSay(
          () => call('post.feature', { id, on: !featured }),
          featured ? '已取消精选' : '已设为精选，大家在“精选”里能看到',
        );
    }
  };

  const sheets = (
    <>
      <Sheet open={asked?.act === null} title="更多操作" onClose={close}>
        {asked ? <Acts post={asked.post} mayFile={!!onFile} onAct={(act) => start(act, asked.post)} /> : null}
      </Sheet>
      <ReasonSheet question={asked?.act ? questions[asked.act] : null} send={sendReason} onClose={close} />
      <RemovalDialog removal={removal} />
    </>
  );
  return { open: (post) => setAsked({ post, act: null }), sheets };
}

const order: readonly Act[] = ['unhide', 'feature', 'file', 'report', 'hide', 'remove'];

const labelOf = (act: Act, { featured }: PostView): string => {
  switch (act) {
    case 'unhide':
      return '恢复显示';
    case 'feature':
      return featured ? '取消精选' : '设为精选';
    case 'file':
      return '归入活动';
    case 'report':
      return '举报';
    case 'hide':
      return '隐藏这条晒单';
    case 'remove':
      return '撤回这条晒单';
  }
};

const hurts = (act: Act): boolean => act === 'hide' || act === 'remove';

interface ActsProps {
  post: PostView;
  mayFile: boolean;
  onAct: (act: Act) => Promise<void> | void;
}

function Acts({ post, mayFile, onAct }: ActsProps) {
  return (
    <View className="post-menu">
      {order
        .filter((act) => post.allowed.includes(act) && (act !== 'file' || mayFile))
        .map((act) => (
          <View key={act} className="post-menu__act">
            <Button
              id={`post-${act}`}
              kind={hurts(act) ? 'danger' : 'plain'}
              size="big"
              text={labelOf(act, post)}
              onPress={() => onAct(act)}
            />
          </View>
        ))}
    </View>
  );
}
