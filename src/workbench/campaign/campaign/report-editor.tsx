import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Notice } from '../../../components/notice';
import { TextArea, TextField } from '../../../components/text-field';
import { call } from '../../../platform/call';
import { fieldErrors, formMessageOf } from '../../../platform/call-error';
import { useDraft } from '../../../platform/draft';
import type { Errors } from '../../../platform/field-errors';
import { grouped } from '../../../platform/numbers';
import { ReportText } from './report-text';
import type { DoCampaignAct } from './campaign-act';

interface Props {
  campaign: CampaignView;
  act: DoCampaignAct;
}

/** Writes the report; what is typed stays on this device until it is saved. */
export function ReportEditor({ campaign, act }: Props) {
  const { report, allowed } = campaign;
  const { values, set, errors, failure, save, close } = useReport(campaign, act);
  const [isClosing, setClosing] = useState(false);
  const figures = report?.figures ?? [];
  return (
    <View id="report-editor" className="campaign-report__editor">
      <TextField
        id="title"
        label="标题"
        required
        maxLength={60}
        defaultValue={values.title}
        error={errors.title}
        onInput={(title) => set({ title })}
      />
      <TextArea
        id="text"
        label="正文"
        required
        maxLength={8000}
        hint="数字写成【名称】，发布时换成当时的数字。可用的数字在下面。"
        defaultValue={values.text}
        error={errors.text}
        onInput={(text) => set({ text })}
      />
      <View className="campaign__hint">
        {figures.map(({ name, value, unit }) => `【${name}】现在是 ${grouped(value)} ${unit}`).join('；')}
      </View>
      <View className="campaign-report__preview">
        <ReportText title={values.title} text={values.text} figures={figures} />
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <View className="campaign__acts">
        <Button id="save-report" text="保存总结" busyText="正在保存…" onPress={save} />
        {allowed.includes('close') ? (
          <Button id="close-campaign" kind="primary" text="发布总结，结束活动" onPress={() => setClosing(true)} />
        ) : null}
      </View>
      <ConfirmDialog
        open={isClosing}
        title="发布总结，结束活动？"
        text="发布后人人都能看到，文中引用的数字就此固定，心愿、晒单和履职活动不再归入这个活动。"
        confirmText="发布并结束"
        onConfirm={async () => {
          setClosing(false);
          await close();
        }}
        onCancel={() => setClosing(false)}
      />
    </View>
  );
}

function useReport({ id, rev, report }: CampaignView, act: DoCampaignAct) {
  const draft = useDraft(`campaign.report.${id}.${rev}`, { title: report?.title ?? '', text: report?.text ?? '' });
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState('');
  const sendSaved = () => call('campaign.saveReport', { id, rev, ...draft.current() });
  const send = async (done: string, sending: typeof sendSaved) => {
    const refusal = await act(done, sending, true);
    setErrors(refusal === null ? {} : fieldErrors(refusal));
    setFailure(refusal === null ? '' : formMessageOf(refusal));
    if (refusal === null) draft.clear();
  };
  return {
    values: draft.values,
    set: draft.set,
    errors,
    failure,
    save: () => send('总结已保存。', sendSaved),
    close: () =>
      send('总结已发布，活动已结束。', async () => {
        const saved = await sendSaved();
        return call('campaign.close', { id, rev: saved.campaign.rev });
      }),
  };
}
