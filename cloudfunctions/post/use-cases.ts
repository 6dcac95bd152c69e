import type { Area } from '../kit/serve';
import { addComment } from './add-comment';
import { clearQueued } from './clear-queued';
import { countQueue } from './count-queue';
import { enterGroup } from './enter-group';
import { featurePost } from './feature-post';
import { getPost } from './get-post';
import { groupBoard } from './group-board';
import { hideComment } from './hide-comment';
import { hidePost } from './hide-post';
import { listComments } from './list-comments';
import { listFeed } from './list-feed';
import { listQueue } from './list-queue';
import { makeCode } from './make-code';
import { publishPost } from './publish-post';
import { removeComment } from './remove-comment';
import { removePost } from './remove-post';
import { reportComment } from './report-comment';
import { reportPost } from './report-post';
import { shareCard } from './share-card';
import { thankPost } from './thank-post';
import { unhideComment } from './unhide-comment';
import { unhidePost } from './unhide-post';
import { writeBrief } from './write-brief';

export const post: Area = {
  name: 'post',
  useCases: {
    publish: publishPost,
    feed: listFeed,
    get: getPost,
    thank: thankPost,
    remove: removePost,
    comments: listComments,
    comment: addComment,
    removeComment,
    report: reportPost,
    reportComment,
    hide: hidePost,
    unhide: unhidePost,
    hideComment,
    unhideComment,
    queue: listQueue,
    queueCount: countQueue,
    clear: clearQueued,
    feature: featurePost,
    card: shareCard,
    brief: writeBrief,
    code: makeCode,
    enterGroup,
    groupBoard,
  },
};
