import { View } from '@tarojs/components';
import type { CampaignView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { DateField } from '../../../components/date-field';
import { Notice } from '../../../components/notice';
import { TextArea, TextField } from '../../../components/text-field';
import type { Errors } from '../../../platform/field-errors';
import { Page } from '../../../platform/page';
import { GoalsEditor } from './goals-editor';
import { themesOf, type PlanDraft } from './plan-draft';
import { usePlanForm } from './use-plan-form';

interface Props {
  /** null: a new one. */
  campaign: CampaignView | null;
  onReload: (() => Promise<void>) | null;
}

/** 方案: what it is, how long, what it asks of everybody, and the goals of each group. */
export function PlanForm({ campaign, onReload }: Props) {
  const { values, current, set, errors, failure, save } = usePlanForm(campaign, onReload);
  const isRunning = campaign?.status === 'running';
  return (
    <Page
      wide
      bar={
        <>
          {failure ? <Notice tone="bad" text={failure} /> : null}
          <Button
            id="save"
            kind="primary"
            size="big"
            text={campaign ? '保存' : '保存为草稿'}
            busyText="正在保存…"
            onPress={save}
          />
        </>
      }
    >
      <View className="plan">
        <Card title="方案">
          <SpanFields values={values} errors={errors} isRunning={isRunning} onChange={set} />
          <WordFields values={values} errors={errors} onChange={set} />
        </Card>
        <Card title="各组目标">
          <GoalsEditor
            goals={values.goals}
            themes={themesOf(values)}
            onChange={(change) => set({ goals: change(current().goals) })}
          />
        </Card>
      </View>
    </Page>
  );
}

interface PartProps {
  values: PlanDraft;
  errors: Errors;
  onChange: (change: Partial<PlanDraft>) => void;
}

function SpanFields({ values, errors, isRunning, onChange }: PartProps & { isRunning: boolean }) {
  return (
    <>
      <TextField
        id="name"
        label="活动名称"
        required
        maxLength={40}
        placeholder="例如：2027年主题实践活动"
        defaultValue={values.name}
        error={errors.name}
        onInput={(name) => onChange({ name })}
      />
      {isRunning ? null : (
        <DateField
          id="from"
          label="开始日期"
          value={values.from}
          error={errors.from}
          onChange={(from) => onChange({ from })}
        />
      )}
      <DateField
        id="until"
        label="结束日期"
        value={values.until}
        error={errors.until}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
}

function WordFields({ values, errors, onChange }: PartProps) {
  return (
    <>
      <TextArea
        id="themes"
        label="主题"
        maxLength={180}
        hint="一行写一个，最多 6 个"
        placeholder="为民服务我先行"
        defaultValue={values.themes}
        error={errors.themes}
        onInput={(themes) => onChange({ themes })}
      />
      <TextArea
        id="intro"
        label="活动说明"
        maxLength={1000}
        hint="居民也能看到"
        defaultValue={values.intro}
        error={errors.intro}
        onInput={(intro) => onChange({ intro })}
      />
      <TextArea
        id="notice"
        label="动员通知"
        maxLength={3000}
        hint="启动时发给全体代表，每人确认阅读。启动前必须写好。"
        defaultValue={values.notice}
        error={errors.notice}
        onInput={(notice) => onChange({ notice })}
      />
    </>
  );
}
