import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { Notice } from '../../../components/notice';
import { TextField } from '../../../components/text-field';
import { call } from '../../../platform/call';
import { fieldErrors, formMessageOf } from '../../../platform/call-error';
import { useDraft } from '../../../platform/draft';
import type { Errors } from '../../../platform/field-errors';
import { replace } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { missingIn } from './plan-draft';

const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** The day a year later; 29 February has none and becomes the 28th. */
const yearLater = (day: string): string => nextYear(day).replace(/-02-29$/, '-02-28');

/** Next year's from this one's: only its name and its days are asked. */
export function CopyForm({ campaign }: { campaign: CampaignView }) {
  const { id, name, from, until } = campaign;
  const draft = useDraft(`campaign.copy.${id}`, { name, from: yearLater(from), until: yearLater(until) });
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState('');
  const copy = async () => {
    const missing = missingIn(draft.current());
    setErrors(missing);
    setFailure('');
    if (Object.keys(missing).length > 0) return;
    try {
      const sent = { id, ...draft.current(), clientToken: draft.clientToken() };
      const copied = await call('campaign.copy', sent);
      draft.clear();
      replace(routes.campaignPlan, { id: copied.campaign.id });
    } catch (error) {
      setErrors(fieldErrors(error));
      setFailure(formMessageOf(error));
    }
  };
  const { values } = draft;
  return (
    <Page
      bar={
        <>
          {failure ? <Notice tone="bad" text={failure} /> : null}
          <Button id="copy" kind="primary" size="big" text="复制为草稿" busyText="正在复制…" onPress={copy} />
        </>
      }
    >
      <Notice
        tone="plain"
        text={`从“${name}”复制主题、说明、动员通知、目标和任务，任务时限按新的日期顺延。完成情况不复制。`}
      />
      <TextField
        id="name"
        label="活动名称"
        required
        maxLength={40}
        defaultValue={values.name}
        error={errors.name}
        onInput={(next) => draft.set({ name: next })}
      />
      <DateField
        id="from"
        label="开始日期"
        value={values.from}
        error={errors.from}
        onChange={(next) => draft.set({ from: next })}
      />
      <DateField
        id="until"
        label="结束日期"
        value={values.until}
        error={errors.until}
        onChange={(next) => draft.set({ until: next })}
      />
    </Page>
  );
}
