/** 活动总结: the closing report of a campaign, drafted from what was counted; its figures stand in it by name in 【】. */
import { quotedIn } from './article';
import { metricUnits, metrics, type Counts, type Metric } from './campaign';
import { goalMetricLabels } from './labels';
import { chineseDate, startOfDay } from './time';

const otherFigures = { 参与小组: '个', 完成目标: '项', 目标总数: '项', 完成任务: '项', 任务总数: '项' } as const;
type OtherFigure = keyof typeof otherFigures;

/** A number that the text quotes as 【name】. */
export interface ReportFigure {
  name: string;
  value: number;
  unit: string;
  /** What it was counted from. */
  basis: string;
}

/** What a report counts. */
export interface ReportFacts {
  counts: Counts;
  byGroup: readonly { name: string; counts: Partial<Counts>; completion?: number | undefined }[];
  goals: { reached: number; all: number };
  tasks: { done: number; all: number };
}

const nameOf = (metric: Metric): string => `${goalMetricLabels[metric]}数`;

export const reportFigureNames: readonly string[] = [...metrics.map(nameOf), ...Object.keys(otherFigures)];

const hasBrought = ({ counts }: ReportFacts['byGroup'][number]): boolean =>
  metrics.some((metric) => (counts[metric] ?? 0) > 0);

export function reportFigures({ counts, byGroup, goals, tasks }: ReportFacts): ReportFigure[] {
  const counted = metrics.map((metric) => ({
    name: nameOf(metric),
    value: counts[metric],
    unit: metricUnits[metric],
    basis:
      byGroup
        .filter((group) => (group.counts[metric] ?? 0) > 0)
        .map((group) => `${group.name} ${group.counts[metric]}`)
        .join('；') || '无',
  }));
  const active = byGroup.filter(hasBrought);
  const others: Record<OtherFigure, { value: number; basis: string }> = {
    参与小组: { value: active.length, basis: active.map(({ name }) => name).join('、') || '无' },
    完成目标: { value: goals.reached, basis: '各小组各项目标中达到目标数的' },
    目标总数: { value: goals.all, basis: '各小组各项目标' },
    完成任务: { value: tasks.done, basis: '活动任务清单' },
    任务总数: { value: tasks.all, basis: '活动任务清单' },
  };
  return [
    ...counted,
    ...Object.entries(otherFigures).map(([name, unit]) => ({ name, unit, ...others[name as OtherFigure] })),
  ];
}

/** The quoted names that are no figure's. */
export const unknownFigures = (...texts: readonly string[]): string[] =>
  quotedIn(...texts).filter((name) => !reportFigureNames.includes(name));

export interface ReportDraft extends ReportFacts {
  town: string;
  name: string;
  from: string;
  until: string;
  themes: readonly string[];
  tasksDone: readonly { title: string; groupName: string }[];
}

const dateText = (day: string): string => chineseDate(startOfDay(day) ?? new Date(0));
const quote = (metric: Metric): string => `【${nameOf(metric)}】${metricUnits[metric]}`;

const said: Record<Metric, string> = {
  registered: `登记群众心愿${quote('registered')}`,
  fulfilled: `办结${quote('fulfilled')}`,
  resolved: `群众确认已解决${quote('resolved')}`,
  posts: `晒出实事${quote('posts')}`,
  duties: `开展履职活动${quote('duties')}`,
  visits: `其中走访接待${quote('visits')}`,
};

const TOLD = 5;

function achievements({ counts, goals, tasks }: ReportDraft): string {
  const counted = metrics.filter((metric) => counts[metric] > 0).map((metric) => said[metric]);
  const sum =
    counted.length > 0
      ? `活动期间，【参与小组】个代表小组${counted.join('，')}。`
      : '活动期间，代表们走村入户，联系群众。';
  const reached = goals.all > 0 ? `各小组【目标总数】项目标中，已完成【完成目标】项。` : '';
  const done = tasks.all > 0 ? `安排任务【任务总数】项，完成【完成任务】项。` : '';
  return `主要成效。${sum}${reached}${done}`;
}

function groupsLine({ byGroup }: ReportDraft): string[] {
  const best = byGroup
    .filter((group) => (group.counts.fulfilled ?? 0) > 0)
    .sort((a, b) => (b.counts.fulfilled ?? 0) - (a.counts.fulfilled ?? 0))
    .slice(0, TOLD)
    .map(({ name }) => name);
  return best.length > 0 ? [`小组情况。${best.join('、')}办结心愿较多，走在前列。`] : [];
}

function tasksLine({ tasksDone }: ReportDraft): string[] {
  const told = tasksDone.slice(0, TOLD).map(({ title, groupName }) => `${groupName}完成“${title}”`);
  return told.length > 0 ? [`重点任务。${told.join('；')}。`] : [];
}

const numerals = ['一', '二', '三'] as const;

/** Title and text, to be read and mended by a person. */
export function reportDraft(facts: ReportDraft): { title: string; text: string } {
  const { town, name, from, until, themes } = facts;
  const themed = themes.length > 0 ? `，围绕${themes.map((theme) => `“${theme}”`).join('')}开展实践` : '';
  const opening = `${dateText(from)}至${dateText(until)}，${town}人大组织开展“${name}”主题实践活动${themed}。现将活动情况总结如下。`;
  const sections = [achievements(facts), ...groupsLine(facts), ...tasksLine(facts)];
  const closing = '下一步，将把活动中好的做法坚持下去，对没有办结的心愿逐件跟踪，做到件件有着落、事事有回音。';
  return {
    title: [...`“${name}”主题实践活动总结`].slice(0, 60).join(''),
    text: [opening, ...sections.map((section, index) => `${numerals[index]}、${section}`), closing].join('\n'),
  };
}
