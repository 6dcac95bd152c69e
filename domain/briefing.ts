/** 简报: the town's own kind of sentence, computed. Figures that are zero are not boasted of. */
import { chineseDate } from './time';
import type { Figures } from './rollup';

export interface BriefingFacts {
  town: string;
  campaign: string;
  /** First and last day that the text speaks of; null means from the beginning, or until now. */
  from: Date | null;
  to: Date | null;
  figures: Figures;
}

/** 31,260 or 31,260.50, as a town writes money. */
function yuan(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return fen % 100 === 0 ? whole : `${whole}.${String(fen % 100).padStart(2, '0')}`;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '0%' : `${((part * 100) / whole).toFixed(1)}%`);

export const fulfilledCount = (figures: Figures): number => figures.status.fulfilled + figures.status.closed;

function span({ from, to }: BriefingFacts): string {
  if (from && to) return `${chineseDate(from)}至${chineseDate(to)}，`;
  if (from) return `${chineseDate(from)}以来，`;
  return to ? `截至${chineseDate(to)}，` : '';
}

function deeds(figures: Figures): string[] {
  return [
    figures.amountFen > 0 ? `送去慰问金和物资折合${yuan(figures.amountFen)}元` : '',
    figures.lectureSessions > 0 ? `开展宣讲${figures.lectureSessions}场，惠及${figures.lecturePeople}人` : '',
    figures.clinicPeople > 0 ? `组织义诊惠及${figures.clinicPeople}人` : '',
    figures.employed > 0 ? `帮助${figures.employed}人就业` : '',
  ].filter((deed) => deed !== '');
}

function unfinished({ status }: Figures): string {
  const parts = [
    status.submitted + status.needInfo > 0 ? `待审核${status.submitted + status.needInfo}件` : '',
    status.open > 0 ? `待认领${status.open}件` : '',
    status.claimed > 0 ? `办理中${status.claimed}件` : '',
    status.coordinating > 0 ? `部门协办${status.coordinating}件` : '',
    status.paused > 0 ? `暂缓${status.paused}件` : '',
    status.answered > 0 ? `暂难解决已说明${status.answered}件` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `尚有${parts.join('、')}。` : '';
}

function satisfaction({ satisfaction: { satisfied, fair, unsatisfied } }: Figures): string {
  const rated = satisfied + fair + unsatisfied;
  if (rated === 0) return '';
  return `已评价${rated}件，其中满意${satisfied}件、基本满意${fair}件、不满意${unsatisfied}件。`;
}

function actuallySolved({ asked, resolved, registered }: Figures): string {
  return asked === 0 ? '是否解决尚未逐件回访' : `实际解决率${percent(resolved, registered)}`;
}

export function briefingText(facts: BriefingFacts): string {
  const { town, campaign, figures } = facts;
  const done = fulfilledCount(figures);
  const listed = deeds(figures);
  return [
    `${span(facts)}${town}人大围绕“${campaign}”主题实践活动，组织各代表小组登门入户、走访群众、接待选民，`,
    `收集梳理出${figures.registered}条群众急盼的“微心愿”，人大代表主动认领、逐项办理，已完成办理${done}项`,
    `（办结率${percent(done, figures.registered)}，${actuallySolved(figures)}）。`,
    listed.length > 0 ? `其中，${listed.join('；')}。` : '',
    unfinished(figures),
    satisfaction(figures),
  ].join('');
}
