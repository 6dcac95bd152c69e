import { useState } from 'react';
import type { WishView } from '../../../contract/wish-views';
import { categoryLabels } from '../../../domain/labels';
import { categories, type Channel } from '../../../domain/wish';
import { Button } from '../../components/button';
import { Chips } from '../../components/chips';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-field';
import { PhotosField } from '../../features/act/photos-field';
import { CampaignChoice } from '../../features/campaign/campaign-choice';
import { Page } from '../../platform/page';
import { AlsoWished } from './also-wished';
import { ChannelChoice } from './channel-choice';
import { Consent } from './consent';
import { RightDoorHint, RightDoorLink, RightDoorSheet } from './right-doors';
import { useSubmit } from './use-submit';
import { WisherFields } from './wisher-fields';

interface Props {
  mayWriteForOthers: boolean;
  channel: Channel | undefined;
  onSubmitted: (wish: WishView) => void;
}

const categoryOptions = categories.map((value) => ({ value, label: categoryLabels[value] }));

export function SubmitForm({ mayWriteForOthers, channel, onSubmitted }: Props) {
  const [isChoosingDoor, setChoosingDoor] = useState(false);
  const form = useSubmit({ mayWriteForOthers, channel, onSubmitted });
  const { values, isForOther, change, photos, errors, failure, submit } = form;

  return (
    <Page
      bar={
        <>
          {failure ? <Notice tone="bad" text={failure} /> : null}
          <Button id="submit" kind="primary" size="big" text="提交心愿" busyText="正在提交…" onPress={() => submit()} />
        </>
      }
    >
      <RightDoorLink onPress={() => setChoosingDoor(true)} />
      <RightDoorSheet open={isChoosingDoor} onClose={() => setChoosingDoor(false)} />
      {mayWriteForOthers ? (
        <ChannelChoice
          channel={values.channel}
          behalfConsent={values.behalfConsent}
          errors={errors}
          onChange={change}
        />
      ) : null}
      <TextArea
        id="content"
        label={isForOther ? '群众的心愿' : '您的心愿'}
        required
        defaultValue={values.content}
        placeholder="例如：我家门口的路灯坏了，晚上出门看不见，想请人修一修。"
        error={errors.content}
        onInput={(content) => change({ content })}
      />
      <RightDoorHint content={values.content} />
      <Field id="category" label="属于哪一类" required error={errors.category} group>
        <Chips
          label="心愿类别"
          options={categoryOptions}
          value={values.category}
          onChange={(category) => change({ category })}
        />
      </Field>
      {/* Above the village: whoever chooses it last sees what it brings up. */}
      <AlsoWished content={values.content} village={values.village} onAlso={submit} />
      <WisherFields values={values} errors={errors} isForOther={isForOther} onChange={change} />
      <PhotosField id="photos" photos={photos} hint="拍一张现场，代表看得更明白。" error={errors.photos} />
      <CampaignChoice value={values.campaignId} onChange={(campaignId) => change({ campaignId })} />
      <Consent
        whose={isForOther ? '群众' : '您'}
        values={values}
        error={errors['guardian-consent']}
        onChange={change}
      />
    </Page>
  );
}
