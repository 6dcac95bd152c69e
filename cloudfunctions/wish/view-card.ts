import { outcomeToShape } from '../../contract/shapes';
import type { WishCard } from '../../contract/wish-views';
import { seesTown, type Caller } from '../../domain/caller';
import { hasDone } from '../../domain/ledger-checks';
import { countedOutcomes } from '../../domain/outcome';
import { isOverdue } from '../../domain/wish';
import { leads } from '../../domain/wish-actors';
import { showsName, showsPhotos } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { defined } from '../kit/defined';
import { viewPhotos, type PhotoView } from '../kit/view-photos';
import { asWish, type WishCardDoc } from '../store/wish-doc';
import { readableFor } from './readable';

/** A card as this caller may see it. */
export function viewCard(doc: WishCardDoc, caller: Caller | null, now: Date, host: Host, cover?: PhotoView): WishCard {
  const wish = { ...doc, ...asWish(doc) };
  const { status, code, category, village, holder, claimer, dueAt, rating, resolved } = doc;
  return {
    id: doc._id,
    code,
    status,
    category,
    content: readableFor(doc, caller, host)(doc.content),
    village,
    wisher: showsName(wish, caller) ? openContact(host, doc).name : doc.wisher.masked,
    collectedAt: doc.collectedAt.toISOString(),
    overdue: isOverdue(doc, now),
    holder: { role: holder.role, since: holder.since.toISOString() },
    ...(claimer
      ? {
          claimer: {
            id: claimer.representativeId,
            name: claimer.name,
            groupId: claimer.groupId,
            at: claimer.at.toISOString(),
            assigned: claimer.assignedBy !== undefined,
            ...defined({ contactedAt: claimer.contactedAt?.toISOString() }),
          },
        }
      : {}),
    hidden: doc.hidden !== undefined,
    mergedCount: doc.mergedCount ?? 0,
    reopenCount: doc.reopenCount ?? 0,
    ...defined({
      dueAt: dueAt?.toISOString(),
      resumeOn: doc.resumeOn?.toISOString(),
      closeClass: doc.closeClass,
      rating,
      resolved,
      cover: cover?.thumb,
      ledger: caller && (leads(wish, caller) || seesTown(caller)) ? viewLedger(doc) : undefined,
    }),
  };
}

function viewLedger(doc: WishCardDoc): NonNullable<WishCard['ledger']> {
  const { groupId, team, channel, collectedBy, difficulty, status, result, departmentIds = [], helpers = [] } = doc;
  return {
    groupId,
    channel,
    difficulty,
    outcomes: countedOutcomes(doc).map(outcomeToShape),
    departmentIds: [...departmentIds],
    helpers: helpers.map(({ name }) => name),
    ...defined({
      team,
      collectedBy: collectedBy?.name,
      doneAt: hasDone(status) ? result?.at.toISOString() : undefined,
      remark: doc.remark,
    }),
  };
}

/** Cards of a page, their covers' links made in one go. */
export async function viewCards(
  docs: readonly WishCardDoc[],
  caller: Caller | null,
  now: Date,
  host: Host,
): Promise<WishCard[]> {
  const coverOf = (doc: WishCardDoc): string[] =>
    showsPhotos({ ...doc, ...asWish(doc) }, caller) ? doc.photos.slice(0, 1) : [];
  const photosOf = await viewPhotos(host, docs.flatMap(coverOf));
  return docs.map((doc) => viewCard(doc, caller, now, host, photosOf(coverOf(doc))[0]));
}
