import type { z } from 'zod';
import type { CampaignView, GoalView } from '../../contract/campaign-view';
import type { Caller } from '../../domain/caller';
import { addCounts, completionOf, goalValue, raceMonths, raceValues, type Progress } from '../../domain/campaign';
import { allowedCampaignActions, seesInside } from '../../domain/campaign-rights';
import { seesTown } from '../../domain/caller';
import { shanghaiDay } from '../../domain/time';
import { leads } from '../../domain/wish-actors';
import { defined } from '../kit/defined';
import type { Context } from '../kit/use-case';
import * as reads from '../store/campaign-reads';
import * as tallies from '../store/campaign-tallies';
import type { CampaignDoc } from '../store/campaigns';
import * as groups from '../store/groups';
import { draftNow, figuresNow } from './report-facts';
import { viewCard } from './view-card';
import { viewTasks } from './view-tasks';

type Viewing = Pick<Context<Caller | null>, 'caller' | 'now' | 'host'>;
type View = z.input<typeof CampaignView>;
type Tallies = ReadonlyMap<string, tallies.CampaignTallyDoc>;

/** A campaign as this caller sees it: the only way in which a stored one leaves the server whole. */
export async function viewCampaign(campaign: CampaignDoc, viewing: Viewing): Promise<{ campaign: View }> {
  const { caller, now } = viewing;
  const { _id, from, until, intro, status, goals, publishedAt, rev } = campaign;
  const [all, byCampaign] = await Promise.all([groups.listAll(), tallies.ofGroups([_id])]);
  const byGroup = byCampaign.get(_id) ?? new Map<string, tallies.CampaignTallyDoc>();
  const months = status === 'draft' ? [] : raceMonths({ from, until }, shanghaiDay(now));
  const [inside, report, mine] = await Promise.all([
    seesInside(caller) ? insideOf(campaign, all, byGroup, { ...viewing, caller }) : { goals: [], tasks: [], leads: [] },
    reportOf(campaign, caller),
    caller?.representativeId === undefined ? undefined : mineOf(campaign, caller.representativeId, caller.groupId),
  ]);
  const toRead = status === 'running' && mine !== undefined && mine.readAt === undefined;
  return {
    campaign: {
      ...viewCard(campaign, byGroup, toRead, now),
      ...{ status, intro, rev, months, ...inside },
      groups: groupsOf(all, byGroup, campaign, months),
      isRaceOfGoals: goals.some(({ targets }) => Object.keys(targets).length > 0),
      timeline: seesTown(caller) ? viewTimeline(campaign) : [],
      allowed: allowedCampaignActions(campaign, caller),
      ...defined({ publishedAt: publishedAt?.toISOString(), publishedBy: campaign.publishedBy, report, mine }),
      ...(seesTown(caller) ? defined({ copiedFrom: campaign.copiedFrom }) : {}),
    },
  };
}

const viewTimeline = ({ timeline }: CampaignDoc): View['timeline'] =>
  timeline.map(({ at, who, what, note }) => ({ at: at.toISOString(), who, what, ...defined({ note }) }));

/** Who leads first: by 完成率, or without goals by the wishes fulfilled. */
function groupsOf(
  all: readonly groups.GroupDoc[],
  byGroup: Tallies,
  { goals }: CampaignDoc,
  months: readonly string[],
): View['groups'] {
  const rows = all.map(({ _id: groupId, name }) => {
    const progress: Progress = tallies.progressOf(byGroup.get(groupId));
    return {
      groupId,
      groupName: name,
      figures: addCounts(progress.counts),
      race: raceValues(goals, groupId, progress, months),
      ...defined({ completion: completionOf(goals, groupId, progress) }),
    };
  });
  return rows.sort(
    (one, other) =>
      (other.completion ?? -1) - (one.completion ?? -1) || other.figures.fulfilled - one.figures.fulfilled,
  );
}

/** What only those see who take part. */
async function insideOf(
  campaign: CampaignDoc,
  all: readonly groups.GroupDoc[],
  byGroup: Tallies,
  { caller, now, host }: Viewing & { caller: Caller },
) {
  const names = new Map(all.map(({ _id, name }) => [_id, name]));
  return {
    notice: campaign.notice,
    goals: campaign.goals.map((goal) => viewGoal(goal, all, byGroup)),
    tasks: await viewTasks(campaign, { caller, now, host, names }),
    leads: all.filter(({ _id }) => leads({ groupId: _id }, caller)).map(({ _id: id, name }) => ({ id, name })),
  };
}

function viewGoal(
  goal: CampaignDoc['goals'][number],
  all: readonly groups.GroupDoc[],
  byGroup: Tallies,
): z.input<typeof GoalView> {
  const { id, name, metric, unit, theme, targets } = goal;
  return {
    ...{ id, name, metric, unit, ...defined({ theme }) },
    groups: all.flatMap(({ _id: groupId, name: groupName }) => {
      const target = targets[groupId];
      if (target === undefined) return [];
      const tally = byGroup.get(groupId);
      const said = metric === 'manual' ? tally?.reported?.[id] : undefined;
      return {
        ...{ groupId, groupName, target },
        value: goalValue(goal, tallies.progressOf(tally)),
        ...(said ? { reported: { who: said.who, at: said.at.toISOString(), ...defined({ note: said.note }) } } : {}),
      };
    }),
  };
}

/** Published for everybody; until then for those who write it, from the first draft on. */
async function reportOf(campaign: CampaignDoc, caller: Caller | null): Promise<View['report']> {
  const { report, status, closedAt } = campaign;
  if (status === 'closed' && report) {
    const { title, text, figures = [] } = report;
    return { title, text, figures, isPublished: true, ...defined({ at: closedAt?.toISOString() }) };
  }
  if (!allowedCampaignActions(campaign, caller).includes('saveReport')) return undefined;
  if (!report) return { ...(await draftNow(campaign)), isPublished: false };
  return { title: report.title, text: report.text, figures: await figuresNow(campaign), isPublished: false };
}

async function mineOf({ _id }: CampaignDoc, representativeId: string, groupId: string | undefined) {
  const [readAt, tally] = await Promise.all([
    reads.readAt(_id, representativeId),
    tallies.ofMember(_id, representativeId),
  ]);
  return {
    figures: addCounts(tally?.counts ?? {}),
    ...defined({ groupId, readAt: readAt?.toISOString() }),
  };
}
