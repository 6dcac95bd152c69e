import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { calledOptions, dutyKinds, type Called } from '../../../../domain/duty';
import { dutyKindLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { SelectField } from '../../../components/select-field';
import { TextField } from '../../../components/text-field';
import { optionsOf } from '../../../features/act/act-spec';
import { useGroups } from '../../../features/representative/use-groups';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';
import { Page } from '../../../platform/page';
import type { Filled } from './filled';
import { PeopleChoice } from './people-choice';
import { useCallForm } from './use-call-form';
import { WhenFields } from './when-fields';
import './call.scss';

const calledLabels = { all: '全体代表', group: '一个小组', people: '指定代表' } as const satisfies Record<
  Called,
  string
>;
const ownLabels = { ...calledLabels, group: '本组全体', people: '本组部分代表' } as const;

interface Props {
  me: Me;
  /** '' for a new one. */
  id: string;
  rev: number | undefined;
  initial: Filled;
}

export function CallForm({ me, id, rev, initial }: Props) {
  const { filled, set, errors, failure, save } = useCallForm({ id, rev, initial });
  const isTown = hasRole(me, 'presidium');
  const isNew = id === '';
  return (
    <Page
      bar={
        <>
          {failure ? <Notice tone="bad" text={failure} /> : null}
          <Button
            id="save"
            kind="primary"
            size="big"
            text={isNew ? '召集' : '保存修改'}
            busyText="正在保存…"
            onPress={save}
          />
        </>
      }
    >
      <View className="call-form">
        <WhatFields filled={filled} errors={errors} onChange={set} />
        <WhenFields filled={filled} errors={errors} onChange={set} />
        <TextField
          id="place"
          label="地点"
          required
          maxLength={60}
          placeholder="例如：镇政府三楼会议室"
          defaultValue={filled.place}
          error={errors.place}
          onInput={(place) => set({ place })}
        />
        {filled.kind === 'meeting' ? (
          <TextField
            id="halfDays"
            label="半天数"
            required
            type="number"
            maxLength={2}
            hint="出席和请假按半天计分"
            defaultValue={filled.halfDays}
            error={errors.halfDays}
            onInput={(halfDays) => set({ halfDays })}
          />
        ) : null}
        <WhoFields me={me} isTown={isTown} filled={filled} errors={errors} onChange={set} />
        <CampaignField filled={filled} error={errors.campaignId} onChange={set} />
      </View>
    </Page>
  );
}

interface PartProps {
  filled: Filled;
  onChange: (change: Partial<Filled>) => void;
}

/** What it is, and what it is called. */
function WhatFields({ filled, errors, onChange }: PartProps & { errors: Readonly<Record<string, string>> }) {
  return (
    <>
      <Field id="kind" label="类型" required group error={errors.kind}>
        <Chips
          id="kind"
          label="类型"
          options={optionsOf(dutyKinds, dutyKindLabels)}
          value={filled.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </Field>
      <TextField
        id="title"
        label="活动名称"
        required
        maxLength={60}
        placeholder="例如：镇人大三次会议"
        defaultValue={filled.title}
        error={errors.title}
        onInput={(title) => onChange({ title })}
      />
    </>
  );
}

interface WhoProps extends PartProps {
  me: Me;
  isTown: boolean;
  errors: Readonly<Record<string, string>>;
}

function WhoFields({ me, isTown, filled, errors, onChange }: WhoProps) {
  const groups = useGroups();
  const choices = isTown ? calledOptions : calledOptions.filter((one) => one !== 'all');
  const options = optionsOf(choices, isTown ? calledLabels : ownLabels);
  return (
    <>
      <Field id="called" label="谁参加" required group>
        <Chips
          id="called"
          label="谁参加"
          options={options}
          value={filled.called}
          onChange={(called) => onChange({ called, ...(isTown && called === 'all' ? { groupId: '' } : {}) })}
        />
      </Field>
      {isTown && filled.called === 'group' ? (
        <SelectField
          id="groupId"
          label="代表小组"
          required
          placeholder="请选择代表小组"
          options={(groups.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={filled.groupId === '' ? null : filled.groupId}
          error={errors.groupId ?? groups.error?.message}
          onChange={(groupId) => onChange({ groupId })}
        />
      ) : null}
      {filled.called === 'people' ? (
        <PeopleChoice
          ownGroupId={isTown ? null : (me.groupId ?? null)}
          people={filled.people}
          error={errors.expected}
          onChange={(people) => onChange({ people })}
        />
      ) : null}
    </>
  );
}

/** Asked only where several run that day, or where one was chosen before. */
function CampaignField({ filled, error, onChange }: PartProps & { error: string | undefined }) {
  const { day, campaignId } = filled;
  const [isTouched, setTouched] = useState(campaignId !== null);
  const { data } = useLoad(async () => (await call('duty.options', { day })).campaigns, day === '' ? null : day);
  if (!data || data.length === 0 || (data.length === 1 && !isTouched)) return null;
  const options = [...data.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: '不归入' }];
  return (
    <Field id="campaignId" label="归入哪个主题实践活动" group error={error}>
      <Chips
        id="campaignId"
        label="归入哪个主题实践活动"
        options={options}
        value={campaignId}
        onChange={(chosen) => {
          setTouched(true);
          onChange({ campaignId: chosen });
        }}
      />
    </Field>
  );
}
