/** The wishes of the work queue (store/desk). */
import type { Document } from 'mongodb';
import { callBackKinds, reviewKinds, type TaskKind } from '../../domain/wish-desk';
import type { Position } from './cursor';
import { countOnDesk, onDesk, readDesk, type OnDesk } from './desk';
import type { WishCardDoc, WishPlan } from './wish-doc';
import { wishes } from './wishes';

export interface WishesOnDesk extends OnDesk<TaskKind> {
  /** Who asks, where they might meet what they may not do themselves. */
  judge?: { accountId: string; representativeId?: string | undefined };
}

export type DeskWishDoc = WishCardDoc & { plan: WishPlan };

/** Without what the one who asks handed in or claimed and others have to judge. */
function othersOnly({ accountId, representativeId }: NonNullable<WishesOnDesk['judge']>): Document {
  const calls = { $in: [...callBackKinds] };
  return {
    $nor: [
      { 'plan.kind': { $in: [...reviewKinds] }, submitterId: accountId },
      { 'plan.kind': calls, submitterId: accountId, selfSubmitted: true },
      ...(representativeId === undefined
        ? []
        : [
            { 'plan.kind': calls, 'claimer.representativeId': representativeId },
            { 'plan.kind': calls, 'master.claimerId': representativeId },
          ]),
    ],
  };
}

const wanted = ({ judge, ...asked }: WishesOnDesk): Document => ({
  ...onDesk(asked),
  ...(judge ? othersOnly(judge) : {}),
});

export async function list(
  asked: WishesOnDesk,
  page: { place: Position | null; limit: number },
): Promise<DeskWishDoc[]> {
  return readDesk(await wishes(), 'wish', wanted(asked), page);
}

export async function count(asked: WishesOnDesk, limits: { most: number; before?: Date }): Promise<number> {
  return countOnDesk(await wishes(), wanted(asked), limits);
}

/** Those that the orders of the queue are about. */
export async function listByIds(ids: readonly string[]): Promise<WishCardDoc[]> {
  if (ids.length === 0) return [];
  return (await wishes())
    .find({ _id: { $in: [...ids] } })
    .project<WishCardDoc>({ timeline: 0, reveals: 0, terms: 0, plan: 0 })
    .toArray();
}
