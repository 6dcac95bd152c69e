import { useCallback, useState } from 'react';
import type { CommentView } from '../../../contract/post';
import { call } from '../../platform/call';
import { useList, type Listed } from '../../platform/use-list';

export interface Comments {
  list: Listed<CommentView>;
  /** What is shown: the loaded ones, and below them what was written just now. */
  shown: readonly CommentView[];
  add: (comment: CommentView) => void;
  replace: (comment: CommentView) => void;
  drop: (id: string) => void;
}

const PAGE_SIZE = 20;

/** A post's comments, the oldest first; one's own new one is seen at once, however many pages it would be down. */
export function useComments(postId: string): Comments {
  const list = useList((page) => call('post.comments', { id: postId, ...page, limit: PAGE_SIZE }), postId, {
    listens: false,
  });
  const [written, setWritten] = useState<readonly CommentView[]>([]);
  const loaded = new Set(list.items.map(({ id }) => id));
  const add = useCallback(
    (comment: CommentView) => setWritten((before) => [...before.filter(({ id }) => id !== comment.id), comment]),
    [],
  );
  const replace = (comment: CommentView) => {
    list.replace(comment);
    setWritten((before) => before.map((one) => (one.id === comment.id ? comment : one)));
  };
  const drop = (id: string) => {
    list.drop(id);
    setWritten((before) => before.filter((one) => one.id !== id));
  };
  return { list, shown: [...list.items, ...written.filter(({ id }) => !loaded.has(id))], add, replace, drop };
}
