import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { discard, takeBack, useOutbox } from '../../../features/post/outbox';
import { feedShare, postShare } from '../../../features/post/post-share';
import { EmptyState } from '../../../components/states';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useShareOfMany } from '../../../platform/share';
import { useMe } from '../../../platform/use-me';
import type { PostView } from '../../../../contract/post';
import { PublishForm } from './publish-form';
import { Published } from './published';
import { Sending } from './sending';

export default function PublishPage() {
  const { wishId, edit } = useRouter().params;
  const me = useMe();
  const state = usePublishState(edit ?? null);
  const { published, sending, returned } = state;
  const share = useShareOfMany(() => (published ? postShare(published) : feedShare));

  if (me && !me.roles.includes('representative')) {
    return (
      <Page>
        <EmptyState
          title="晒单由人大代表来发"
          text="如果您是人大代表，请在“我的”里用邀请码确认身份后再来。"
          action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      </Page>
    );
  }
  if (published) {
    return <Published post={published} onShare={() => share(postShare(published))} onAgain={state.startAnother} />;
  }
  if (sending) return <Sending outgoing={sending} onAgain={state.startAnother} />;
  return (
    <PublishForm
      // What came back is a form of its own, and so is the next one.
      key={returned?.post.clientToken ?? String(state.isFirst)}
      purpose={{ wishId: state.isFirst ? (wishId ?? null) : null, returned }}
      onQueued={state.follow}
    />
  );
}

/** Which post this page is about: one being written, one on its way, one that came back, one that is out. */
function usePublishState(edit: string | null) {
  const outbox = useOutbox();
  const [followed, setFollowed] = useState<string | null>(edit);
  const [published, setPublished] = useState<PostView | null>(null);
  // Another one is not about the same wish again.
  const [isFirst, setFirst] = useState(true);
  const outgoing = outbox.find(({ post }) => post.clientToken === followed) ?? null;
  const result = outgoing?.state === 'sent' ? outgoing.result : undefined;

  useEffect(() => {
    if (!result || followed === null) return;
    setPublished(result);
    // The person is told here; the queue need not tell again.
    discard(followed);
  }, [result, followed]);

  useEffect(() => {
    if (edit !== null) takeBack(edit);
  }, [edit]);

  const returned = outgoing?.state === 'refused' ? outgoing : null;
  return {
    published,
    returned,
    sending: outgoing && !returned ? outgoing : null,
    isFirst,
    follow: setFollowed,
    startAnother: () => {
      setFirst(false);
      setFollowed(null);
      setPublished(null);
    },
  };
}
