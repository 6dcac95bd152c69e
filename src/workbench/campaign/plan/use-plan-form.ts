import { useRef } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import { call } from '../../../platform/call';
import { fieldErrors, formMessageOf, toCallError } from '../../../platform/call-error';
import { useDraft } from '../../../platform/draft';
import { replace } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { LOOK_ABOVE, useRefusals } from '../../../platform/use-refusals';
import {
  emptyPlan,
  goalsOf,
  missingIn,
  planOf,
  problemIn,
  sentGoals,
  themesOf,
  type GoalDraft,
  type PlanDraft,
} from './plan-draft';

/** The plan and its goals; what is typed stays on this device until it is saved. */
export function usePlanForm(campaign: CampaignView | null, onReload: (() => Promise<void>) | null) {
  const key = campaign ? `campaign.plan.${campaign.id}.${campaign.rev}` : 'campaign.plan';
  const initial: PlanDraft & { goals: GoalDraft[] } = campaign
    ? { ...planOf(campaign), goals: goalsOf(campaign) }
    : { ...emptyPlan, goals: [] };
  const draft = useDraft(key, initial);
  const { errors, failure, refuse, forget } = useRefusals();
  // A retry of a save whose goals were refused goes on from the plan that is saved.
  const rev = useRef(campaign?.rev ?? 0);
  const send = async () => {
    const { goals, name, from, until, intro, notice } = draft.current();
    const which = campaign ? { id: campaign.id, rev: rev.current } : { clientToken: draft.clientToken() };
    const plan = { name, from, until, intro, notice, themes: themesOf(draft.current()) };
    const saved = (await call('campaign.save', { ...which, ...plan })).campaign;
    const isSame = JSON.stringify(goals) === JSON.stringify(initial.goals);
    rev.current = saved.rev;
    if (!isSame) await call('campaign.setGoals', { id: saved.id, rev: saved.rev, goals: sentGoals(goals) });
    return saved.id;
  };
  const save = async () => {
    const missing = missingIn(draft.current());
    const problem = problemIn(draft.current().goals);
    if (Object.keys(missing).length > 0) return refuse(missing, LOOK_ABOVE);
    refuse({}, problem);
    if (problem !== '') return;
    try {
      const id = await send();
      draft.clear();
      replace(routes.campaign, { id });
    } catch (error) {
      refuse(fieldErrors(error), formMessageOf(error));
      if (toCallError(error).code === 'WRONG_STATE') await onReload?.();
    }
  };
  const set = (change: Partial<PlanDraft & { goals: GoalDraft[] }>) => {
    draft.set(change);
    forget(Object.keys(change));
  };
  return { values: draft.values, current: draft.current, set, errors, failure, save };
}
