import * as contract from '../../contract/post';
import { useCase } from '../kit/use-case';
import * as posts from '../store/posts';
import { viewPosts } from './view-posts';

/** A first screen and a little more: with one photo each, it stays under 30 KB and ten pictures. */
const PAGE = 10;

/** 晒单流: the newest first, everybody's or one place's, a category's, or what was named 精选. */
export const listFeed = useCase(contract.feed, async ({ cursor, limit = PAGE, ...asked }, { caller, host }) => {
  const { items, nextCursor } = await posts.feedPage(asked, cursor, limit);
  return { items: await viewPosts(items, caller, host, { isFeed: true }), nextCursor };
});
