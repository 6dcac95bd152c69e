import type { Area } from '../kit/serve';
import { getPost } from './get-post';
import { listFeed } from './list-feed';
import { publishPost } from './publish-post';
import { removePost } from './remove-post';
import { thankPost } from './thank-post';

export const post: Area = {
  name: 'post',
  useCases: { publish: publishPost, feed: listFeed, get: getPost, thank: thankPost, remove: removePost },
};
