import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { WishView } from '../../../contract/wish-views';
import { channels } from '../../../domain/wish';
import { Page } from '../../platform/page';
import { useMe } from '../../platform/use-me';
import { Submitted } from './submitted';
import { SubmitForm } from './submit-form';

/** One's own wish, or, for a representative, somebody else's. `?channel=` chooses how it was collected. */
export default function SubmitPage() {
  const { params } = useRouter();
  const me = useMe();
  const [wish, setWish] = useState<WishView | null>(null);
  const channel = channels.find((known) => known === params.channel);
  if (wish) {
    return (
      <Page>
        <Submitted wish={wish} onAnother={() => setWish(null)} />
      </Page>
    );
  }
  return <SubmitForm mayWriteForOthers={me?.representativeId !== undefined} channel={channel} onSubmitted={setWish} />;
}
