import { useState } from 'react';
import type { QueueItem } from '../../../../contract/post-judging';
import { call } from '../../../platform/call';
import { CallError, messageOf } from '../../../platform/call-error';
import { toast } from '../../../platform/toast';
import type { Listed } from '../../../platform/use-list';

interface Judging {
  /** What is about to be hidden. */
  asked: QueueItem | null;
  askWhy: (item: QueueItem) => void;
  cancel: () => void;
  /** Rejects with what refused it, for the sheet to say. */
  hide: (reason: string) => Promise<void>;
  clear: (item: QueueItem) => Promise<void>;
  unhide: (item: QueueItem) => Promise<void>;
}

/** Somebody else has dealt with it, or it is gone. */
const isSettled = (error: unknown): boolean =>
  error instanceof CallError && (error.code === 'WRONG_STATE' || error.code === 'NOT_FOUND');

const sendHide = ({ postId, commentId }: QueueItem, reason: string): Promise<unknown> =>
  commentId === undefined ? call('post.hide', { id: postId, reason }) : call('post.hideComment', { commentId, reason });

const sendUnhide = ({ postId, commentId }: QueueItem): Promise<unknown> =>
  commentId === undefined ? call('post.unhide', { id: postId }) : call('post.unhideComment', { commentId });

/** The acts on the queue: what is done leaves it, and so does what somebody quicker has done. */
export function useJudging(list: Listed<QueueItem>, recount: () => Promise<void>): Judging {
  const [asked, setAsked] = useState<QueueItem | null>(null);

  const leave = (item: QueueItem, said: string) => {
    setAsked(null);
    list.drop(item.id);
    toast(said);
    void recount();
  };
  const settle = async (item: QueueItem, act: () => Promise<unknown>, said: string) => {
    try {
      await act();
    } catch (error) {
      if (!isSettled(error)) throw error;
      return leave(item, messageOf(error));
    }
    leave(item, said);
  };
  const settleOrSay = (item: QueueItem, act: () => Promise<unknown>, said: string) =>
    settle(item, act, said).catch((error: unknown) => toast(messageOf(error)));

  return {
    asked,
    askWhy: setAsked,
    cancel: () => setAsked(null),
    hide: async (reason) => {
      if (asked) await settle(asked, () => sendHide(asked, reason), '已隐藏，发布人会看到理由');
    },
    clear: (item) => settleOrSay(item, () => call('post.clear', { id: item.id }), '已记为没有问题'),
    unhide: (item) => settleOrSay(item, () => sendUnhide(item), '已恢复显示'),
  };
}
