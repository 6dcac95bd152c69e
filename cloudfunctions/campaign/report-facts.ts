import { completionOf, goalValue } from '../../domain/campaign';
import { reportDraft, reportFigures, type ReportFacts, type ReportFigure } from '../../domain/campaign-report';
import * as tallies from '../store/campaign-tallies';
import * as tasks from '../store/campaign-tasks';
import type { CampaignDoc } from '../store/campaigns';
import type { Tx } from '../store/database';
import * as groups from '../store/groups';
import * as settings from '../store/settings';

/** What the closing report counts, as it is now. */
async function factsOf({ _id, goals }: CampaignDoc, tx?: Tx) {
  const [all, byCampaign, planned] = [
    await groups.listAll(tx),
    await tallies.ofGroups([_id], tx),
    await tasks.listOf(_id, tx),
  ];
  const byGroup = byCampaign.get(_id) ?? new Map<string, tallies.CampaignTallyDoc>();
  const progress = all.map((group) => ({ group, progress: tallies.progressOf(byGroup.get(group._id)) }));
  const aims = goals.flatMap((goal) =>
    progress.flatMap(({ group, progress: reached }) => {
      const target = goal.targets[group._id] ?? 0;
      return target > 0 ? [goalValue(goal, reached) >= target] : [];
    }),
  );
  const done = planned.filter(({ status }) => status === 'done');
  const facts: ReportFacts = {
    counts: tallies.totalOf(byGroup),
    byGroup: progress.map(({ group, progress: { counts } }, index) => ({
      name: group.name,
      counts,
      completion: completionOf(goals, group._id, progress[index]?.progress ?? { counts, months: {}, reported: {} }),
    })),
    goals: { reached: aims.filter(Boolean).length, all: aims.length },
    tasks: { done: done.length, all: planned.length },
  };
  const names = new Map(all.map((group) => [group._id, group.name]));
  return {
    facts,
    done: done.map(({ title, groupId }) => ({ title, groupName: names.get(groupId ?? '') ?? '镇人大' })),
  };
}

export async function figuresNow(campaign: CampaignDoc, tx?: Tx): Promise<ReportFigure[]> {
  return reportFigures((await factsOf(campaign, tx)).facts);
}

/** The closing report as a first draft, with its figures. */
export async function draftNow(
  campaign: CampaignDoc,
): Promise<{ title: string; text: string; figures: ReportFigure[] }> {
  const [{ facts, done }, { town }] = await Promise.all([factsOf(campaign), settings.get()]);
  const { name, from, until, themes } = campaign;
  const draft = reportDraft({ ...facts, town, name, from, until, themes, tasksDone: done });
  return { ...draft, figures: reportFigures(facts) };
}
