/** A campaign while it is planned: what the form holds, and what it sends. */
import type { Input } from '../../../../contract/contract';
import type { CampaignView } from '../../../../contract/campaign-view';
import type { GoalMetric } from '../../../../domain/campaign';

export interface PlanDraft {
  name: string;
  from: string;
  until: string;
  /** One theme on each line. */
  themes: string;
  intro: string;
  notice: string;
}

export const emptyPlan: PlanDraft = { name: '', from: '', until: '', themes: '', intro: '', notice: '' };

export const planOf = ({ name, from, until, themes, intro, notice = '' }: CampaignView): PlanDraft => ({
  ...{ name, from, until, intro, notice },
  themes: themes.join('\n'),
});

export const themesOf = ({ themes }: Pick<PlanDraft, 'themes'>): string[] =>
  themes
    .split('\n')
    .map((line) => line.replace(/[“”"]/g, '').trim())
    .filter((line) => line !== '');

export function missingIn({ name, from, until }: Pick<PlanDraft, 'name' | 'from' | 'until'>): Record<string, string> {
  return {
    ...(name.trim() === '' ? { name: '请填写活动名称' } : {}),
    ...(from === '' ? { from: '请选择开始日期' } : {}),
    ...(until === '' ? { until: '请选择结束日期' } : {}),
  };
}

export interface GoalDraft {
  /** For the list on the page alone. */
  key: string;
  id?: string;
  name: string;
  metric: GoalMetric;
  unit: string;
  theme: string;
  /** As typed, by group. */
  targets: Record<string, string>;
}

export const goalsOf = ({ goals }: CampaignView): GoalDraft[] =>
  goals.map(({ id, name, metric, unit, theme = '', groups }) => ({
    ...{ key: id, id, name, metric, unit, theme },
    targets: Object.fromEntries(groups.map(({ groupId, target }) => [groupId, String(target)])),
  }));

type SentGoal = Input<'campaign.setGoals'>['goals'][number];

const digits = /^\d{0,6}$/;

/** What is wrong with the goals in one sentence; '' when nothing is. */
export function problemIn(goals: readonly GoalDraft[]): string {
  if (goals.some(({ name }) => name.trim().length < 2)) return '请给每项目标写上名称';
  const bad = goals.find(({ targets }) => Object.values(targets).some((value) => !digits.test(value.trim())));
  return bad ? `“${bad.name}”的目标数只填数字` : '';
}

export const sentGoals = (goals: readonly GoalDraft[]): SentGoal[] =>
  goals.map(({ id, name, metric, unit, theme, targets }) => ({
    ...(id === undefined ? {} : { id }),
    ...{ name, metric },
    ...(metric === 'manual' && unit.trim() !== '' ? { unit } : {}),
    ...(theme === '' ? {} : { theme }),
    targets: Object.entries(targets).map(([groupId, value]) => ({ groupId, target: Number(value.trim()) })),
  }));
