import { outcomeToShape } from '../../contract/shapes';
import type { WishView } from '../../contract/wish-views';
import type { Caller } from '../../domain/caller';
import { isClaimer, isSubmitter } from '../../domain/wish-actors';
import { allowedActions } from '../../domain/wish-moves';
import { isWisher, mayReveal, showsPhotos } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import { viewPhotos } from '../kit/view-photos';
import { filingOf } from '../store/campaign-filing';
import * as groups from '../store/groups';
import { asWish, type WishDoc } from '../store/wish-doc';
import { readableFor, withoutPrivate } from './readable';
import { viewCard } from './view-card';
import { viewWork } from './view-work';

/** A wish in full as this caller may see it: the only way in which a stored wish leaves the server. */
export async function viewWish(doc: WishDoc, caller: Caller | null, now: Date, host: Host): Promise<WishView> {
  const wish = { ...doc, ...asWish(doc) };
  const { result, timeline, channel, groupId, rev, team, collectedBy, reason, comment } = doc;
  const mayLook = showsPhotos(wish, caller);
  const shown = (ids: readonly string[]): readonly string[] => (mayLook ? ids : []);
  const every = [doc.photos, result?.photos ?? [], ...timeline.map(({ photos }) => photos)].flatMap(shown);
  const [photosOf, groupNames, { campaign, mayFile }] = await Promise.all([
    viewPhotos(host, every),
    groups.namesById(),
    filingOf({ ...doc, kind: 'wish' }, caller),
  ]);
  const photos = photosOf(shown(doc.photos));
  const readable = readableFor(doc, caller, host);
  const told = (text: string | undefined): string | undefined => (text === undefined ? undefined : readable(text));
  return {
    ...viewCard(doc, caller, now, host, photos[0]),
    rev,
    channel,
    groupId,
    groupName: groupNames.get(groupId) ?? '',
    photos,
    photosPublic: showsPhotos(wish, null),
    ...(caller && isClaimer(wish, caller) ? { publicContent: withoutPrivate(doc, host)(doc.content) } : {}),
    timeline: timeline.map((line) => ({
      at: line.at.toISOString(),
      who: line.who,
      what: line.what,
      ...defined({ note: told(line.note) }),
      photos: photosOf(shown(line.photos)),
    })),
    outcomes: doc.outcomes.map(outcomeToShape),
    ...(result
      ? { result: { note: readable(result.note), at: result.at.toISOString(), photos: photosOf(shown(result.photos)) } }
      : {}),
    ...defined({
      team: told(team),
      collectedBy: collectedBy?.name,
      reason: told(reason),
      comment: told(comment),
      campaign,
    }),
    ...(await viewWork(doc, caller, now, readable)),
    mine: caller !== null && isSubmitter(wish, caller),
    allowed: [...allowedActions(wish, caller, now), ...(mayFile ? ['campaign.file'] : [])],
    mayReveal: mayReveal(wish, caller),
    ...(isWisher(wish, caller)
      ? { reveals: doc.reveals.map(({ who, when, why }) => ({ who, when: when.toISOString(), why })) }
      : {}),
  };
}
