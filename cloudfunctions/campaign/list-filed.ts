import * as contract from '../../contract/campaign';
import { seesInside } from '../../domain/campaign-rights';
import { categoryLabels, dutyKindLabels, statusLabels } from '../../domain/labels';
import { useCase } from '../kit/use-case';
import * as filed from '../store/campaign-filed';
import { seenCampaign } from './move-campaign';

const MOST_WORDS = 40;

const short = (text: string): string => {
  const words = [...text.replace(/\s+/g, ' ')];
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join('')}…` : words.join('');
};

/** What is filed under a campaign, each by number, kind and place: never a wisher's words, which are the wish's own. */
export const listFiled = useCase(contract.listFiled, async ({ id, kind, cursor, limit = 20 }, { caller }) => {
  const { _id } = await seenCampaign(id, caller);
  switch (kind) {
    case 'wish': {
      const { items, nextCursor } = await filed.wishesOf(_id, cursor, limit);
      return {
        items: items.map(({ _id: wishId, code, village, category, status, collectedAt }) => ({
          id: wishId,
          title: `${code} ${village} ${categoryLabels[category]}`,
          note: statusLabels[status],
          at: collectedAt.toISOString(),
        })),
        nextCursor,
      };
    }
    case 'post': {
      const { items, nextCursor } = await filed.postsOf(_id, cursor, limit);
      return {
        items: items.map(({ _id: postId, text, publicText, representative, at }) => ({
          id: postId,
          title: short(publicText ?? text),
          note: `代表 ${representative}`,
          at: at.toISOString(),
        })),
        nextCursor,
      };
    }
    case 'duty': {
      if (!seesInside(caller)) return { items: [], nextCursor: null };
      const { items, nextCursor } = await filed.dutiesOf(_id, cursor, limit);
      return {
        items: items.map(({ _id: dutyId, title, kind: dutyKind, from }) => ({
          id: dutyId,
          title,
          note: dutyKindLabels[dutyKind],
          at: from.toISOString(),
        })),
        nextCursor,
      };
    }
  }
});
