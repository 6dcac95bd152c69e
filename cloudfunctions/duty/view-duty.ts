import type { z } from 'zod';
import type * as contract from '../../contract/duty-views';
import type { Caller } from '../../domain/caller';
import { dutyState, signInSpan } from '../../domain/duty';
import { allowedDutyActions, keepsDuty, readableGroup } from '../../domain/duty-rights';
import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import { viewPhotos } from '../kit/view-photos';
import * as attendances from '../store/attendances';
import { filingOf } from '../store/campaign-filing';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import * as duties from '../store/duties';
import * as groups from '../store/groups';
import * as media from '../store/media';
import { attendanceFacts, factsOf } from './duty-facts';

interface Viewing {
  caller: Caller;
  now: Date;
  host: Host;
}

const viewMine = ({ status, halfDays, by, signedAt, extra, leave }: AttendanceDoc) => ({
  status,
  halfDays,
  extra: extra ?? false,
  ...defined({ by, signedAt: signedAt?.toISOString(), leave: leave && viewLeave(leave) }),
});

export const viewLeave = ({ reason, at, agreed, answer }: NonNullable<AttendanceDoc['leave']>) => ({
  reason,
  at: at.toISOString(),
  ...defined({ agreed, answer }),
});

/** What a list shows of it. */
export function viewCard(
  duty: DutyDoc,
  mine: AttendanceDoc | null,
  names: ReadonlyMap<string, string>,
  { caller, now }: Pick<Viewing, 'caller' | 'now'>,
): contract.DutyCard {
  const { _id: id, kind, title, place, from, until, halfDays, groupId } = duty;
  return {
    ...{ id, kind, title, place, halfDays },
    from: from.toISOString(),
    until: until.toISOString(),
    state: dutyState(duty, now),
    allowed: allowedDutyActions(factsOf(duty), mine && attendanceFacts(mine), caller, now),
    ...defined({
      groupId,
      groupName: groupId === undefined ? undefined : names.get(groupId),
      mine: mine ? viewMine(mine) : undefined,
    }),
  };
}

/** One duty whole, as it now is, with the caller's own attendance. */
export async function viewDuty(id: string, viewing: Viewing): Promise<{ duty: z.input<typeof contract.DutyView> }> {
  const { caller, host } = viewing;
  const [duty, names, counts] = await Promise.all([duties.get(id), groups.namesById(), attendances.countByStatus(id)]);
  const { campaignId, called, organiser, summary, settled, cancelled, timeline, rev } = duty;
  const [mine, { campaign, mayFile }, photosOf, removable] = await Promise.all([
    caller.representativeId === undefined ? null : attendances.find(id, caller.representativeId),
    filingOf({ ...duty, kind: 'duty' }, caller),
    viewPhotos(host, duty.photos),
    removablePhotos(duty, caller),
  ]);
  const { opensAt, closesAt } = signInSpan(duty);
  const card = viewCard(duty, mine, names, viewing);
  return {
    duty: {
      ...card,
      allowed: [...card.allowed, ...(mayFile ? (['file'] as const) : [])],
      ...{ called, counts, removable, rev },
      organiser: organiser.who,
      signInFrom: opensAt.toISOString(),
      signInUntil: closesAt.toISOString(),
      photos: photosOf(duty.photos),
      timeline: readableGroup(duty, caller) ? viewTimeline(timeline) : [],
      ...defined({
        campaignId,
        campaignName: campaign?.name,
        summary,
        settled: settled && { who: settled.who, at: settled.at.toISOString() },
        cancelled: cancelled && { ...cancelled, at: cancelled.at.toISOString() },
      }),
    },
  };
}

const viewTimeline = (timeline: DutyDoc['timeline']) =>
  timeline.map(({ at, who, what, note }) => ({ at: at.toISOString(), who, what, ...defined({ note }) }));

/** Whoever keeps the duty takes out any photo, everybody their own. */
export async function removablePhotos(duty: DutyDoc, caller: Caller): Promise<string[]> {
  if (duty.status === 'cancelled') return [];
  if (keepsDuty(duty, caller)) return duty.photos;
  const docs = await media.findMany(duty.photos);
  return duty.photos.filter((id) => docs.get(id)?.accountId === caller.accountId);
}
