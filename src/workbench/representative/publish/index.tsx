import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { PostView } from '../../../../contract/post';
import { feedShare, postShare } from '../../../features/post/post-share';
import { EmptyState } from '../../../components/states';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useShareOfMany } from '../../../platform/share';
import { useMe } from '../../../platform/use-me';
import { PublishForm } from './publish-form';
import { Published } from './published';

export default function PublishPage() {
  const { wishId } = useRouter().params;
  const me = useMe();
  const [published, setPublished] = useState<PostView | null>(null);
  // Another one is not about the same wish again.
  const [isFirst, setFirst] = useState(true);
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
    const again = () => {
      setFirst(false);
      setPublished(null);
    };
    return <Published post={published} onShare={() => share(postShare(published))} onAgain={again} />;
  }
  return <PublishForm wishId={isFirst ? (wishId ?? null) : null} onPublished={setPublished} />;
}
