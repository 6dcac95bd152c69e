/** What the town reads of an award: its plan in sentences, the 公示, the decision, and when a year is frozen. */
import type { AwardPlan } from './award';
import { levelLabels } from './labels';
import { pointsOf, shownTenths } from './points';
import { chineseDate, startOfDay } from './time';

/** 公示 runs for so many working days after the day it begins. */
export const NOTICE_DAYS = 5;

/** Days of preview after the last of December, before a year is frozen. */
const PREVIEW_DAYS = 3;

/** 00:00 of the day on which a year is frozen at the earliest. */
export const frozenFrom = (year: string): Date =>
  startOfDay(`${Number(year) + 1}-01-0${PREVIEW_DAYS + 1}`) ?? new Date(0);

export const FORMULA = '折算分＝冻结的全年积分÷（在岗天数÷全年天数），四舍五入到小数点后两位';

/** '98.53' of hundredths of a point. */
export const adjustedText = (hundredths: number): string => String(hundredths / 100);

const dayText = (day: string): string => chineseDate(startOfDay(day) ?? new Date(0));

function scopeLine({ excludedLevels, excluded, minPresentDays }: AwardPlan): string {
  const parts = [
    ...excludedLevels.map((level) => `${levelLabels[level]}级代表`),
    ...excluded.map(({ name, reason }) => `${name}（${reason}）`),
    ...(minPresentDays > 0 ? [`全年在岗不足 ${minPresentDays} 天的代表`] : []),
  ];
  return parts.length === 0 ? '参评范围：在册代表都参评。' : `参评范围：在册代表，${parts.join('、')}不参评。`;
}

function quotaLine({ quota, headcount, seats }: AwardPlan): string {
  if (quota.kind === 'count') return `表彰名额：${seats} 名。`;
  return `表彰名额：在册 ${headcount} 人的 ${quota.value}%，不足一名的舍去，共 ${seats} 名。`;
}

const tieLines = {
  all: '折算分并列的名次相同，都列为候选人。',
  deeds: '折算分并列时，先看全年计分的实事件数，仍相同的按名册顺序。',
} as const;

/** The plan in sentences, one for each rule. */
export function planLines(plan: AwardPlan): string[] {
  const { byPoints, byNomination, ties, nominateUntil, needsHearing, formula } = plan;
  const vetoes = ['当年有弄虚作假', ...(needsHearing ? ['当年没有向选民述职'] : []), '纪律核查没有通过'];
  return [
    quotaLine(plan),
    scopeLine(plan),
    `积分候选人：每个小组折算分前 ${byPoints} 名。${formula}。${tieLines[ties]}`,
    byNomination === 0
      ? '小组推荐：本次不设。'
      : `小组推荐：每个小组可再推荐 ${byNomination} 名，联络员推荐的由组长签字，${dayText(nominateUntil)}截止。`,
    `一票否决：${vetoes.join('、')}的，不能表彰；名单中保留并写明原因，不递补候选人。`,
    `主席团审议后公示 ${NOTICE_DAYS} 个工作日，没有未答复的异议才能决定。`,
  ];
}

interface Named {
  name: string;
  groupName: string;
}

const listOf = (people: readonly (Named & { summary?: string })[]): string[] =>
  people.map(
    ({ name, groupName, summary }, index) =>
      `${index + 1}．${name}（${groupName}）${summary === undefined ? '' : `：${summary}`}`,
  );

/** What is put up in the village and sent to the groups. */
export const noticeText = (
  { town, title, until }: { town: string; title: string; until: Date },
  people: readonly (Named & { summary: string })[],
): string =>
  [
    `${title}拟表彰人选公示`,
    `经小组推荐、资格核查和${town}人大主席团审议，现将${title}拟表彰人选公示如下：`,
    ...listOf(people),
    `公示期到${chineseDate(until)}止。对人选有异议的，请在公示期内打开本小程序的公示页面点“提出异议”，或者向${town}人大办反映。异议人的姓名只有人大办能看到。`,
    `${town}人大主席团`,
  ].join('\n');

/** What is read out, printed on a poster or sent on once it is decided. */
export const decisionText = (
  { town, title, minuteNumber, day }: { town: string; title: string; minuteNumber: string; day: string },
  people: readonly Named[],
): string =>
  [
    `关于表彰${title}的决定`,
    `根据评选方案，经公示无异议或者异议已经答复，${town}人大主席团决定（${minuteNumber}），对下列代表予以表彰：`,
    ...listOf(people),
    `希望受表彰的代表再接再厉，带动全体代表为群众办更多实事。`,
    `${town}人大主席团`,
    dayText(day),
  ].join('\n');

/** A candidate's year in figures that everybody may read. */
export function summaryOf({
  fulfilled,
  collected,
  posts,
  duties,
  tenths,
}: Record<'fulfilled' | 'collected' | 'posts' | 'duties' | 'tenths', number>): string {
  return `全年办结心愿 ${fulfilled} 件，收集心愿 ${collected} 件，晒单 ${posts} 条，参加履职活动 ${duties} 次，积分 ${pointsOf(shownTenths(tenths))} 分。`;
}
