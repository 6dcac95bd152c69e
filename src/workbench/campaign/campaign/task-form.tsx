import { useState } from 'react';
import type { CampaignView, TaskView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { Notice } from '../../../components/notice';
import { SelectField } from '../../../components/select-field';
import { TextField } from '../../../components/text-field';
import { call } from '../../../platform/call';
import { formMessageOf } from '../../../platform/call-error';
import { newClientToken } from '../../../platform/client-token';
import { useLoad } from '../../../platform/use-load';
import type { DoCampaignAct } from './campaign-act';

interface Props {
  campaign: CampaignView;
  /** None for a new one. */
  task: TaskView | undefined;
  act: DoCampaignAct;
  onDone: () => void;
}

interface Filled {
  groupId: string | null;
  title: string;
  representativeId: string | null;
  dueOn: string;
}

const filledOf = ({ leads }: CampaignView, task: TaskView | undefined): Filled => ({
  groupId: task?.groupId ?? (leads.length === 1 ? (leads[0]?.id ?? null) : null),
  title: task?.title ?? '',
  representativeId: task?.representativeId ?? null,
  dueOn: task?.dueOn ?? '',
});

const LOOK_ABOVE = '请填好任务、责任人和完成时限。';

/** A task of a group: what, who, by when. */
export function TaskForm({ campaign, task, act, onDone }: Props) {
  const { id, leads, from, until } = campaign;
  const [filled, setFilled] = useState(() => filledOf(campaign, task));
  const [clientToken] = useState(newClientToken);
  const [failure, setFailure] = useState('');
  const set = (change: Partial<Filled>) => {
    setFilled((before) => ({ ...before, ...change }));
    setFailure('');
  };
  const submit = async () => {
    const { groupId, title, representativeId, dueOn } = filled;
    if (groupId === null || representativeId === null || title.trim() === '' || dueOn === '') {
      setFailure(LOOK_ABOVE);
      return;
    }
    const which = task ? { taskId: task.id, rev: task.rev } : { clientToken };
    const saved = { id, groupId, title, representativeId, dueOn, ...which };
    const refusal = await act('任务已保存，责任人会收到通知。', () => call('campaign.saveTask', saved), true);
    if (refusal === null) return onDone();
    setFailure(formMessageOf(refusal));
  };
  return (
    <>
      <TextField
        id="task-title"
        label="任务"
        required
        maxLength={60}
        placeholder="例如：走访困难户"
        defaultValue={filled.title}
        onInput={(title) => set({ title })}
      />
      <WhoFields leads={leads} filled={filled} onChange={set} />
      <DateField
        id="task-due"
        label="完成时限"
        value={filled.dueOn}
        from={from}
        to={until}
        onChange={(dueOn) => set({ dueOn })}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="task-submit" kind="primary" size="big" text="保存任务" busyText="正在保存…" onPress={submit} />
    </>
  );
}

interface WhoProps {
  leads: CampaignView['leads'];
  filled: Filled;
  onChange: (change: Partial<Filled>) => void;
}

/** The group, where there is a choice, and who of it answers for the task. */
function WhoFields({ leads, filled, onChange }: WhoProps) {
  const { groupId, representativeId } = filled;
  return (
    <>
      {leads.length > 1 ? (
        <SelectField
          id="task-group"
          label="代表小组"
          required
          placeholder="请选择小组"
          options={leads.map(({ id: value, name: label }) => ({ value, label }))}
          value={groupId}
          onChange={(chosen) => onChange({ groupId: chosen, representativeId: null })}
        />
      ) : null}
      {groupId === null ? null : (
        <Responsible
          groupId={groupId}
          value={representativeId}
          onChange={(chosen) => onChange({ representativeId: chosen })}
        />
      )}
    </>
  );
}

interface ResponsibleProps {
  groupId: string;
  value: string | null;
  onChange: (id: string) => void;
}

function Responsible({ groupId, value, onChange }: ResponsibleProps) {
  const { data, error } = useLoad(
    async () => (await call('representative.list', { groupId, limit: 100 })).items,
    groupId,
  );
  return (
    <SelectField
      id="task-responsible"
      label="责任人"
      required
      placeholder="请选择代表"
      options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      error={error?.message}
      onChange={onChange}
    />
  );
}
