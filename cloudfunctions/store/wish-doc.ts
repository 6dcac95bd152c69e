/** A wish as it is stored, and as the rules see it. */
import type { Mailbox } from '../../domain/mailbox';
import type { Outcome } from '../../domain/outcome';
import type {
  BehalfConsent,
  CallBack,
  Channel,
  Claimer,
  ContactWay,
  Difficulty,
  HolderRole,
  Wish,
} from '../../domain/wish';
import type { TaskKind } from '../../domain/wish-desk';
import type { Timer } from '../../domain/wish-timers';
import type { Change } from './change';

/** What is to come by itself and whose desk it lies on: made from the wish in the write of every change. */
export interface WishPlan {
  /** The timer rules it was made by (settings.timersVersion). */
  version: number;
  timers: Timer[];
  /** When the clock has to look next. */
  nextAt?: Date;
  desk?: Mailbox;
  kind?: TaskKind;
  actBy?: Date;
  /** The keys of the lists that it stands in (domain/listing). */
  listed: string[];
}

export interface TimelineEvent {
  at: Date;
  /** 主体 + 职务; the account or representative behind it stays inside. */
  who: string;
  accountId?: string;
  what: string;
  note?: string;
  photos: string[];
}

export interface WishDoc extends Omit<Wish, 'id' | 'last' | 'outcomes' | 'result' | 'callBacks' | 'hidden'> {
  _id: string;
  code: string;
  /** Kept beside the status so that one index serves the public wall. */
  public: boolean;
  hidden?: { reason: string; who: string; at: Date };
  content: string;
  team?: string;
  channel: Channel;
  /** `masked` is what everybody may see; `sealed` holds name, phone and address as JSON (kit/seal). */
  wisher: { masked: string; sealed: string };
  consent: { showName: boolean; showPhoto: boolean };
  behalfConsent?: BehalfConsent;
  minor?: boolean;
  photos: string[];
  collectedBy?: { representativeId: string; name: string };
  /** When the wish was written down: the order of every list, and the day of its figures. */
  collectedAt: Date;
  difficulty: Difficulty;
  claimer?: Claimer;
  /** Days promised at review, counted from the claim. */
  dueDays?: number;
  /** Whole time each has held it up to `holder.since`, and of it with the clock stopped, in milliseconds. */
  heldMs: Partial<Record<HolderRole, number>>;
  stoppedMs: number;
  outcomes: Outcome[];
  postOutcomes: { postId: string; outcomes: Outcome[] }[];
  result?: { note: string; photos: string[]; at: Date };
  callBacks?: CallBack[];
  comment?: string;
  /** Why it was rejected, merged, withdrawn or sent back for more. */
  reason?: string;
  explanation?: { text: string; way: ContactWay; at: Date };
  mergedCount?: number;
  remark?: string;
  /** 主题实践活动 that it is filed under. */
  campaignId?: string;
  timeline: TimelineEvent[];
  reveals: { who: string; when: Date; why: string }[];
  /** Pairs of characters, and keyed hashes of the wisher's name and phone (kit/lookup). */
  terms: string[];
  clientToken?: string;
  plan: WishPlan;
}

/** A new wish before it is planned. */
export type NewWish = Omit<WishDoc, 'plan'>;

/** Cards leave the long fields in the database. */
export type WishCardDoc = Omit<WishDoc, 'timeline' | 'reveals' | 'terms' | 'plan'>;

/** The wish as the rules see it; a card comes without its timeline. */
export function asWish(doc: WishCardDoc & { timeline?: TimelineEvent[] }): Wish {
  const last = doc.timeline?.at(-1);
  return { ...doc, id: doc._id, ...(last ? { last } : {}) };
}

export type WishChange = Change<WishDoc>;

/** Takes back what the wisher said of an earlier fulfilment. */
export const unrated = { rating: null, resolved: null, comment: null } as const satisfies WishChange;

/** What a merged wish knows of the one that it follows. */
export const masterOf = (
  { _id: id, code, status, claimer }: Pick<WishDoc, '_id' | 'code' | 'status' | 'claimer'>,
  at: Date,
): NonNullable<WishDoc['master']> => ({
  id,
  code,
  status,
  at,
  ...(claimer ? { claimerId: claimer.representativeId } : {}),
});
