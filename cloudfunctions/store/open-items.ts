/** What one 主席团 leaves to the next: wishes, orders, appeals and proposals that have not come to their end. */
import { liveOrderStatuses } from '../../domain/order';
import type { WishStatus } from '../../domain/wish';
import { orders, type OrderDoc } from './orders';
import { pointsAppeals, type PointsAppealDoc } from './points-appeals';
import { heads, type PointsHeadDoc } from './points-entries';
import { pointsProposals, type PointsProposalDoc } from './points-proposals';
import { eachWithHistory, type WishRecord } from './wish-lists';

const openStatuses = [
  'submitted',
  'needInfo',
  'open',
  'claimed',
  'coordinating',
  'paused',
  'fulfilled',
] as const satisfies readonly WishStatus[];

const BATCH = 200;

/** Status by status, in each the oldest first. */
export async function* eachOpenWish(): AsyncGenerator<WishRecord> {
  for (const status of openStatuses) yield* eachWithHistory({ status }, 'oldest');
}

export async function* eachOpenOrder(): AsyncGenerator<OrderDoc> {
  for (const status of [...liveOrderStatuses, 'rated'] as const) {
    yield* (await orders()).find({ status }).sort({ issuedAt: -1, _id: -1 }).batchSize(BATCH);
  }
}

export async function* eachOpenAppeal(): AsyncGenerator<PointsAppealDoc> {
  for (const status of ['open', 'answered'] as const) {
    yield* (await pointsAppeals()).find({ status }).sort({ answerBy: 1, _id: 1 }).batchSize(BATCH);
  }
}

export async function* eachOpenProposal(): AsyncGenerator<PointsProposalDoc> {
  for (const status of ['open', 'explained'] as const) {
    yield* (await pointsProposals()).find({ status }).sort({ settleFrom: 1, _id: 1 }).batchSize(BATCH);
  }
}

/** Where each representative's chain of 积分明细 ends. */
export async function* eachHead(): AsyncGenerator<PointsHeadDoc> {
  yield* (await heads()).find({}).sort({ _id: 1 }).batchSize(BATCH);
}
