import { useRef } from 'react';
import type { PostView } from '../../../contract/post';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { toast } from '../../platform/toast';

const turned = (post: PostView): PostView => ({
  ...post,
  thanked: !post.thanked,
  thanks: post.thanks + (post.thanked ? -1 : 1),
});

/** 感谢 is shown at once and taken back when it did not arrive. */
export function useThanks(show: (post: PostView) => void): (post: PostView) => Promise<void> {
  const onTheWay = useRef(new Set<string>());
  return async (post) => {
    if (onTheWay.current.has(post.id)) return;
    onTheWay.current.add(post.id);
    show(turned(post));
    try {
      const answer = await call('post.thank', { id: post.id, on: !post.thanked });
      show(answer.post);
    } catch (error) {
      show(post);
      toast(messageOf(error));
    } finally {
      onTheWay.current.delete(post.id);
    }
  };
}
