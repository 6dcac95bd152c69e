import type { WishCard } from '../../contract/wish';
import type { Caller } from '../../domain/caller';
import { maskPrivateNumbers } from '../../domain/private-number';
import { isOverdue } from '../../domain/wish';
import { dealsWith, showsName, showsPhotos } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import { viewPhotos, type PhotoView } from '../kit/view-photos';
import { asWish, type WishCardDoc } from '../store/wishes';
import { openContact } from '../kit/contact';

/** A card as this caller may see it. */
export function viewCard(doc: WishCardDoc, caller: Caller | null, now: Date, host: Host, cover?: PhotoView): WishCard {
  const wish = { ...doc, ...asWish(doc) };
  const { status, code, category, village, holder, claimer, dueAt, rating, resolved } = doc;
  return {
    id: doc._id,
    code,
    status,
    category,
    content: dealsWith(wish, caller) ? doc.content : maskPrivateNumbers(doc.content),
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
          },
        }
      : {}),
    ...defined({ dueAt: dueAt?.toISOString(), rating, resolved, cover: cover?.thumb }),
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
