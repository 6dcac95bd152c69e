import { useState, type ReactNode } from 'react';
import type { PostView } from '../../../contract/post';
import { Sheet } from '../../components/sheet';
import { FilingForm } from '../../features/campaign/filing-form';
import { call } from '../../platform/call';
import { toast } from '../../platform/toast';

interface Filing {
  open: (post: PostView) => void;
  /** To be drawn once on the page. */
  sheet: ReactNode;
}

/** 归入活动 of the post; `show` is given it as it is then. */
export function useFiling(show: (post: PostView) => void): Filing {
  const [post, setPost] = useState<PostView | null>(null);
  const close = () => setPost(null);
  const sendFor = async (id: string, file: () => Promise<unknown>) => {
    try {
      await file();
      show((await call('post.get', { id })).post);
      toast('已改好归入的活动');
      return null;
    } catch (error) {
      return error;
    }
  };
  const sheet = (
    <Sheet open={post !== null} title="归入活动" onClose={close}>
      {post ? <FilingForm kind="post" id={post.id} send={(file) => sendFor(post.id, file)} onDone={close} /> : null}
    </Sheet>
  );
  return { open: setPost, sheet };
}
