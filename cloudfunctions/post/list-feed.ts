import * as contract from '../../contract/post';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as posts from '../store/posts';
import { viewPosts } from './view-posts';

const PAGE = 20;

/** 晒单流: the newest first, everybody's, a group's or one representative's. */
export const listFeed = useCase(
  contract.feed,
  async ({ representativeId, groupId, cursor, limit = PAGE }, { caller, host }) => {
    const { items, nextCursor } = await posts.feedPage(defined({ representativeId, groupId }), cursor, limit);
    return { items: await viewPosts(items, caller, host), nextCursor };
  },
);
