import { useState } from 'react';
import type { CampaignView, GoalView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { SelectField } from '../../../components/select-field';
import { TextArea, TextField } from '../../../components/text-field';
import { call } from '../../../platform/call';
import { formMessageOf } from '../../../platform/call-error';
import type { DoCampaignAct } from './campaign-act';

interface Props {
  campaign: CampaignView;
  goal: GoalView;
  act: DoCampaignAct;
  onDone: () => void;
}

/** 人工填报: how far one's group is; the name of who says so stands beside it. */
export function ReportGoalForm({ campaign, goal, act, onDone }: Props) {
  const led = goal.groups.filter(({ groupId }) => campaign.leads.some(({ id }) => id === groupId));
  const [groupId, setGroupId] = useState(led.length === 1 ? (led[0]?.groupId ?? null) : null);
  const chosen = led.find((one) => one.groupId === groupId);
  const [value, setValue] = useState(led.length === 1 ? String(led[0]?.value ?? '') : '');
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState('');
  const submit = async () => {
    if (groupId === null || !/^\d{1,6}$/.test(value)) {
      setFailure(groupId === null ? '请选择小组' : '请填写完成数，只填数字');
      return;
    }
    const said = { id: campaign.id, goalId: goal.id, groupId, value: Number(value), ...(note === '' ? {} : { note }) };
    const refusal = await act('进度已填报。', () => call('campaign.reportGoal', said), true);
    if (refusal === null) onDone();
    else setFailure(formMessageOf(refusal));
  };
  return (
    <>
      {led.length > 1 ? (
        <SelectField
          id="report-group"
          label="代表小组"
          required
          placeholder="请选择小组"
          options={led.map((one) => ({ value: one.groupId, label: one.groupName }))}
          value={groupId}
          onChange={setGroupId}
        />
      ) : null}
      <TextField
        id="report-value"
        label={`到今天一共完成（${goal.unit}）`}
        required
        type="number"
        maxLength={6}
        defaultValue={value}
        hint={chosen ? `${chosen.groupName}的目标是 ${chosen.target} ${goal.unit}` : undefined}
        onInput={setValue}
      />
      <TextArea
        id="report-note"
        label="说明"
        maxLength={200}
        placeholder="例如：本月新增走访三户"
        defaultValue=""
        onInput={setNote}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="report-submit" kind="primary" size="big" text="填报" busyText="正在保存…" onPress={submit} />
    </>
  );
}
