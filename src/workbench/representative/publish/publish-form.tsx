import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { CampaignChoice } from '../../../features/campaign/campaign-choice';
import { OutcomeFields } from '../../../features/outcome/outcome-fields';
import { useHandover } from '../../../features/post/handover';
import { useRetouching } from '../../../features/post/retouch';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { CaptionField } from './caption-field';
import { MoreFields } from './more-fields';
import { PeopleField } from './people-field';
import { linkInFull, peopleOf, suggestionFor, textOf, type PostDraft } from './post-draft';
import { PostPhotos } from './post-photos';
import { usePair } from './use-pair';
import { usePublishing, type Purpose } from './use-publishing';
import { WishLink } from './wish-link';
import './publish.scss';

interface Props {
  purpose: Purpose;
  onQueued: (clientToken: string) => void;
}

/** 晒单 in one screen: photo, wish, sentence, outcome, who is in the photos. */
export function PublishForm({ purpose, onQueued }: Props) {
  const { draft, photos, change, errors, failure, spots, publish } = usePublishing(purpose, onQueued);
  const { values } = draft;
  const { wish } = values;
  useLinkedWish(purpose.wishId, values, change);
  useHandover((chosen) => void photos.addChosen(chosen));
  const pairs = usePair(draft, photos, change);
  useRetouching({ replace: photos.replace, addAfter: pairs.addAfter });

  return (
    <Page
      bar={
        <>
          {failure ? <Notice tone="bad" text={failure} /> : null}
          <Button kind="primary" size="big" text="发布晒单" onPress={publish} id="send" />
        </>
      }
    >
      <Card>
        <PostPhotos photos={photos} pairs={pairs} error={errors.photos} />
      </Card>
      <Card>
        <WishLink wish={wish} error={errors.wishId} onChange={(next) => change({ wish: next, wishIsChosen: true })} />
        <CaptionField
          text={textOf(values)}
          isOwn={values.text !== null}
          suggestion={suggestionFor(values)}
          spots={spots}
          error={errors.text}
          onChange={(text) => change({ text })}
        />
      </Card>
      <Card>
        <OutcomeFields
          outcomes={values.outcomes}
          onChange={(outcomes) => change({ outcomes })}
          errors={errors}
          hint="点一下类型，再填数目，简报会自动统计。没有数目可以不填。"
        />
        <PeopleField
          people={peopleOf(values)}
          wish={wish}
          error={errors.people}
          onChange={(people) => change({ people })}
        />
        {wish ? null : (
          <MoreFields village={values.village} category={values.category} errors={errors} onChange={change} />
        )}
        <CampaignChoice value={values.campaignId} onChange={(campaignId) => change({ campaignId })} />
      </Card>
      <View className="publish__note">{noteOn(photos.doLast)}</View>
    </Page>
  );
}

const noteOn = (doLast: boolean): string =>
  doLast
    ? '写好的内容和照片会自动存在这台手机上，没有信号也可以点“发布晒单”。'
    : '这个浏览器存不住照片（可能是无痕浏览），请发布完再关掉页面。';

/** What the linked wish says of itself, as soon as there is a signal to ask it. */
function useLinkedWish(
  openedFor: string | null,
  { wish, wishIsChosen }: PostDraft,
  change: (change: Partial<PostDraft>) => void,
): void {
  const ofWish = wish?.photosPublic === undefined ? (wish?.id ?? null) : null;
  const asked = wish === null && !wishIsChosen ? openedFor : ofWish;
  const { data } = useLoad(async () => (await call('wish.get', { id: asked ?? '' })).wish, asked);
  useEffect(() => {
    if (data && data.id === asked) change({ wish: linkInFull(data), wishIsChosen: true });
  }, [data, asked, change]);
}
