import * as contract from '../../contract/post-judging';
import { thingKey } from '../../domain/post-judging';
import { useCase } from '../kit/use-case';
import { viewPhotos, type PhotoView } from '../kit/view-photos';
import * as judgingQueue from '../store/judging-queue';
import * as reports from '../store/post-reports';
import { queueOf } from './queue-of';

const PAGE = 20;

/** What a person has to look at, what waits longest first. Judging needs the photos, whatever others see of them. */
export const listQueue = useCase(contract.queue, async ({ kind, cursor, limit = PAGE }, { caller, host }) => {
  const { items, nextCursor } = await judgingQueue.listPage(queueOf(caller), kind, cursor, limit);
  const [photosOf, reportsOf] = await Promise.all([
    viewPhotos(
      host,
      items.flatMap((thing) => (thing.of === 'post' ? thing.doc.photos : [])),
    ),
    reports.listOpen(items.map(keyOf)),
  ]);
  return {
    items: items.map((thing) => viewItem(thing, photosOf, reportsOf.get(keyOf(thing)) ?? [])),
    nextCursor,
  };
});

const keyOf = ({ of, doc }: judgingQueue.QueuedThing): string => thingKey({ of, id: doc._id });

const subjectOf = (
  thing: judgingQueue.QueuedThing,
  photosOf: (ids: readonly string[]) => PhotoView[],
): Pick<contract.QueueItem, 'of' | 'postId' | 'commentId' | 'who' | 'photos'> =>
  thing.of === 'post'
    ? { of: 'post', postId: thing.doc._id, who: `${thing.doc.representative}代表`, photos: photosOf(thing.doc.photos) }
    : { of: 'comment', postId: thing.doc.postId, commentId: thing.doc._id, who: thing.doc.who, photos: [] };

function viewItem(
  thing: judgingQueue.QueuedThing,
  photosOf: (ids: readonly string[]) => PhotoView[],
  reported: readonly reports.Report[],
): contract.QueueItem {
  const { text, at, status, queue } = thing.doc;
  return {
    id: keyOf(thing),
    ...subjectOf(thing, photosOf),
    kind: queue?.kind ?? 'fresh',
    text,
    at: at.toISOString(),
    hidden: status === 'hidden',
    hints: queue?.hints ?? [],
    reports: reported.map(({ reason, at: when }) => ({ reason, at: when.toISOString() })),
  };
}
