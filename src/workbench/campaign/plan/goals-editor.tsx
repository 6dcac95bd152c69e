import { View } from '@tarojs/components';
import { useState } from 'react';
import { goalMetrics, metricUnits } from '../../../../domain/campaign';
import { goalMetricLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { SelectField } from '../../../components/select-field';
import { ErrorState } from '../../../components/states';
import { TextField } from '../../../components/text-field';
import { optionsOf } from '../../../features/act/act-spec';
import { useGroups, type Group } from '../../../features/representative/use-groups';
import { newClientToken } from '../../../platform/client-token';
import type { GoalDraft } from './plan-draft';

type Change = (goals: GoalDraft[]) => GoalDraft[];

interface Props {
  goals: readonly GoalDraft[];
  themes: readonly string[];
  onChange: (change: Change) => void;
}

const MOST_GOALS = 12;

const newGoal = (): GoalDraft => ({
  key: newClientToken(),
  name: '',
  metric: 'fulfilled',
  unit: '',
  theme: '',
  targets: {},
});

/** Each goal with the number that every group is to reach. */
export function GoalsEditor({ goals, themes, onChange }: Props) {
  const groups = useGroups();
  const set = (key: string, change: Partial<GoalDraft>) =>
    onChange((all) => all.map((goal) => (goal.key === key ? { ...goal, ...change } : goal)));
  return (
    <View id="goals">
      {groups.error ? <ErrorState message={groups.error.message} onRetry={groups.reload} /> : null}
      {goals.length === 0 ? <View className="plan__hint">没有目标也可以启动，以后再设。</View> : null}
      {goals.map((goal) => (
        <GoalFields
          key={goal.key}
          goal={goal}
          groups={groups.data ?? []}
          themes={themes}
          onChange={(change) => set(goal.key, change)}
          onRemove={() => onChange((all) => all.filter(({ key }) => key !== goal.key))}
        />
      ))}
      {goals.length < MOST_GOALS ? (
        <Button id="add-goal" text="添加一项目标" onPress={() => onChange((all) => [...all, newGoal()])} />
      ) : null}
    </View>
  );
}

interface GoalProps {
  goal: GoalDraft;
  groups: readonly Group[];
  themes: readonly string[];
  onChange: (change: Partial<GoalDraft>) => void;
  onRemove: () => void;
}

function GoalFields({ goal, groups, themes, onChange, onRemove }: GoalProps) {
  const { key, name, metric, unit, theme } = goal;
  return (
    <View className="plan-goal">
      <TextField
        id={`goal-name-${key}`}
        label="目标名称"
        required
        maxLength={40}
        placeholder="例如：办结心愿"
        defaultValue={name}
        onInput={(next) => onChange({ name: next })}
      />
      <SelectField
        id={`goal-metric-${key}`}
        label="怎样统计"
        required
        placeholder="请选择"
        options={optionsOf(goalMetrics, goalMetricLabels)}
        value={metric}
        onChange={(next) => onChange({ metric: goalMetrics.find((one) => one === next) ?? 'fulfilled' })}
      />
      {metric === 'manual' ? (
        <TextField
          id={`goal-unit-${key}`}
          label="单位"
          maxLength={6}
          placeholder="例如：户"
          defaultValue={unit}
          onInput={(next) => onChange({ unit: next })}
        />
      ) : null}
      {themes.length > 0 ? (
        <Field id={`goal-theme-${key}`} label="属于哪个主题" group>
          <Chips
            label="主题"
            options={themes.map((value) => ({ value, label: value }))}
            value={theme}
            onChange={(next) => onChange({ theme: next === theme ? '' : next })}
          />
        </Field>
      ) : null}
      <Targets goal={goal} groups={groups} onChange={(targets) => onChange({ targets })} />
      <Button kind="danger" text="删除这项目标" label={`删除目标“${name}”`} onPress={onRemove} />
    </View>
  );
}

interface TargetsProps {
  goal: GoalDraft;
  groups: readonly Group[];
  onChange: (targets: Record<string, string>) => void;
}

/** A number for each group; one number for all fills them in. */
function Targets({ goal, groups, onChange }: TargetsProps) {
  const { key, metric, unit, targets } = goal;
  const [round, setRound] = useState(0);
  const [same, setSame] = useState('');
  const said = metric === 'manual' ? unit : metricUnits[metric];
  const fill = () => {
    onChange(Object.fromEntries(groups.map(({ id }) => [id, same])));
    setRound(round + 1);
  };
  return (
    <Field
      id={`goal-targets-${key}`}
      label={`各组目标数${said === '' ? '' : `（${said}）`}`}
      hint="空着的小组没有这项目标"
      group
    >
      <View className="plan-goal__same">
        <TextField
          id={`goal-same-${key}`}
          label="各组相同"
          type="number"
          maxLength={6}
          defaultValue=""
          onInput={setSame}
        />
        <View className="plan-goal__fill">
          <Button size="big" text="填到各组" onPress={fill} />
        </View>
      </View>
      <View className="plan-goal__targets">
        {groups.map(({ id, name }) => (
          <TextField
            // The inputs keep their own text: what was filled in for all makes them anew.
            key={`${id}-${round}`}
            id={`goal-${key}-${id}`}
            label={name}
            type="number"
            maxLength={6}
            defaultValue={targets[id] ?? ''}
            onInput={(value) => onChange({ ...targets, [id]: value })}
          />
        ))}
      </View>
    </Field>
  );
}
