import * as contract from '../../contract/wish-work';
import { DomainError } from '../../domain/errors';
import { neededWords, shortlist, suggested, type Candidate, type Need } from '../../domain/suggest';
import { maySee } from '../../domain/wish-privacy';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';
import * as settings from '../store/settings';
import { asWish, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { findWisherRepresentative } from './find-wisher-representative';

/** 谁能帮忙: up to five representatives for a wish, the best first, with the reason. */
export const suggestHelpers = useCase(contract.suggest, async ({ id }, { caller }) => {
  const wish = await wishes.get(id);
  if (!maySee(asWish(wish), caller)) throw new DomainError('NOT_FOUND', { message: wishes.NO_SUCH_WISH });
  const need = await needOf(wish);
  const short = shortlist(await candidatesFor(need), need);
  const [limit, names] = await Promise.all([settings.claimLimit(), groups.namesById()]);
  const loaded = await Promise.all(
    short.map(async (candidate) => ({ ...candidate, inHand: await wishes.countInHand(candidate.id) })),
  );
  return {
    items: suggested(loaded, need, limit).map(({ groupId, ...suggestion }) => ({
      ...suggestion,
      groupName: names.get(groupId) ?? '',
    })),
  };
});

async function needOf(wish: WishDoc): Promise<Need> {
  const { category, content, village, groupId, declinedBy = [], claimer, helpers = [] } = wish;
  const wisher = await findWisherRepresentative(wish);
  const excluded = [
    ...declinedBy,
    ...(claimer ? [claimer.representativeId] : []),
    ...helpers.map(({ representativeId }) => representativeId),
    ...(wisher === null ? [] : [wisher]),
  ];
  return { category, content, village, groupId, excluded };
}

/** Of the group and of the town each no more are read. */
const MOST_READ = 100;

/** The wish's group, and whoever in the town has a strength that fits. */
async function candidatesFor(need: Need): Promise<Candidate[]> {
  const [ofGroup, ofTown] = await Promise.all([
    representatives.listPage(need.groupId, undefined, MOST_READ),
    representatives.listByStrengths(neededWords(need), MOST_READ),
  ]);
  const found = new Map([...ofGroup.items, ...ofTown].map((one) => [one._id, one]));
  return [...found.values()].map(({ _id, name, groupId, strengths, occupation, villages }) => ({
    id: _id,
    name,
    groupId,
    strengths,
    occupation,
    villages,
  }));
}
