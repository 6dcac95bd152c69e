import type { Area } from '../kit/serve';
import { countUnread } from './count-unread';
import { listNotices } from './list-notices';
import { readNotices } from './read-notices';

export const notice: Area = {
  name: 'notice',
  useCases: { list: listNotices, count: countUnread, read: readNotices },
};
