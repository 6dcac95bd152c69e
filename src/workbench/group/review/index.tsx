import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { WishView } from '../../../../contract/wish-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { back, open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { toast } from '../../../platform/toast';
import { useLoad } from '../../../platform/use-load';
import { findScope, listWaiting } from '../waiting';
import { decisions, type Decision } from './decisions';
import { ReviewForm } from './review-form';

const goBack = { text: '返回', onPress: () => back(routes.mine) };

export default function ReviewPage() {
  const parameters = useRouter().params;
  const [id, setId] = useState(parameters.id ?? '');
  const [isDone, setDone] = useState(false);
  const [published, setPublished] = useState<WishView | null>(null);
  const { state, data, error, reload } = useLoad(async () => {
    const [{ wish }, scope] = await Promise.all([call('wish.get', { id }), findScope()]);
    return { wish, scope };
  }, id);

  /** The next one waiting comes by itself, so that a full queue is one page after another. */
  const goOn = async (wish: WishView, decision: Decision) => {
    const { said } = decisions[decision];
    setPublished(decision === 'publish' ? wish : null);
    const { wishes } = await listWaiting(await findScope(), 'submitted');
    const next = wishes.find((waiting) => waiting.id !== id);
    toast(next ? `${said}，接着看下一件` : said);
    if (!next) return setDone(true);
    setId(next.id);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };

  if (isDone) {
    return (
      <Page>
        {published ? <Published wish={published} /> : null}
        <EmptyState title="都审完了" text="没有等待审核的心愿了，辛苦了。" action={goBack} />
      </Page>
    );
  }
  if (state === 'loading') {
    return (
      <Page>
        <LoadingSkeleton />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page>
        {error?.mayRetry === false ? (
          <EmptyState title={error.message} action={goBack} />
        ) : (
          <ErrorState message={error?.message ?? ''} onRetry={reload} />
        )}
      </Page>
    );
  }
  return (
    <ReviewForm
      key={id}
      wish={data.wish}
      scope={data.scope}
      top={published ? <Published wish={published} /> : null}
      onReviewed={goOn}
      onStale={reload}
    />
  );
}

/** What was published just now waits for a claimer; whoever knows one need not look for it again. */
const Published = ({ wish: { id, code } }: { wish: WishView }) => (
  <Card>
    <View className="review__published">{code} 已公开，正等代表认领。</View>
    <Button id="go-assign" text="去指派代表" onPress={() => open(routes.wishDetail, { id })} />
  </Card>
);
