import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { PostView } from '../../../../contract/post';
import { OutcomeFields } from '../../../features/outcome/outcome-fields';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { Caption } from './caption';
import { linkTo } from './linked-wish';
import { PostPhotos } from './post-photos';
import { usePublishing } from './use-publishing';
import { WishLink } from './wish-link';

interface Props {
  /** The wish that the page was opened for. */
  wishId: string | null;
  onPublished: (post: PostView) => void;
}

/** 晒单 in one screen: photo, sentence, wish, outcome. */
export function PublishForm({ wishId, onPublished }: Props) {
  const { draft, photos, errors, failure, publish } = usePublishing(wishId, onPublished);
  const { text, wish, wishIsChosen, outcomes } = draft.values;
  const opened = useLoad(async () => (await call('wish.get', { id: wishId ?? '' })).wish, wishIsChosen ? null : wishId);
  const { set } = draft;
  useEffect(() => {
    if (opened.data && !wishIsChosen) set({ wish: linkTo(opened.data), wishIsChosen: true });
  }, [opened.data, wishIsChosen, set]);

  return (
    <Page
      bar={
        <>
          {failure ? <Notice tone="bad" text={failure} /> : null}
          <Button kind="primary" size="big" text="发布晒单" busyText="正在发布…" onPress={publish} id="send" />
        </>
      }
    >
      <Card>
        <PostPhotos photos={photos} error={errors.photos} />
      </Card>
      <Card>
        <Caption text={text} wish={wish} error={errors.text} onChange={(next) => set({ text: next })} />
        <WishLink
          wish={wish}
          error={errors.wishId}
          onChange={(next) => set({ wish: next && linkTo(next), wishIsChosen: true })}
        />
      </Card>
      <Card>
        <OutcomeFields
          outcomes={outcomes}
          onChange={(next) => set({ outcomes: next })}
          errors={errors}
          hint="点一下类型，再填数目，简报会自动统计。没有数目可以不选。"
        />
      </Card>
      <View className="publish__note">写好的内容会自动保存在这台手机上，发布后大家都能看到。</View>
    </Page>
  );
}
