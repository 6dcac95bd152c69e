/** The acts whose form is data, and which form it is for this wish and this person. */
import type { WishView } from '../../../../contract/wish-views';
import type { Act } from '../../../features/wish/wish-acts';
import type { ActSpec } from '../../../features/act/act-spec';
import * as claimer from './claimer-specs';
import * as leader from './leader-specs';
import * as wisher from './wisher-specs';

export interface Viewer {
  representativeId: string | undefined;
  isPresidium: boolean;
}

type WishSpec = ActSpec<{ wish: WishView }>;
type MakeSpec = (wish: WishView, viewer: Viewer) => WishSpec;

const specs = {
  contact: claimer.contact,
  progress: claimer.progress,
  release: claimer.release,
  decline: claimer.decline,
  join: claimer.join,
  leave: (wish, { representativeId }) => claimer.leave(wish, representativeId),
  askHelp: claimer.askHelp,
  askPause: claimer.askPause,
  resume: claimer.resume,
  refuseHelp: leader.refuseHelp,
  pause: leader.pause,
  refusePause: leader.refusePause,
  urge: leader.urge,
  answer: leader.answer,
  followUp: leader.followUp,
  hide: leader.hide,
  unhide: leader.unhide,
  supply: wisher.supply,
  withdraw: wisher.withdraw,
  reopen: (wish, { isPresidium }) => wisher.reopen(wish, isPresidium),
} as const satisfies Partial<Record<Act, MakeSpec>>;

export type SpecAct = keyof typeof specs;

export const isSpecAct = (act: Act): act is SpecAct => act in specs;

export const specOf = (act: SpecAct, wish: WishView, viewer: Viewer): WishSpec => specs[act](wish, viewer);
