import type { CommentView } from '../../contract/post';
import type { Caller } from '../../domain/caller';
import { knowsWisher } from '../../domain/post';
import { isOwnComment, judgesGroup, mayJudgeComment } from '../../domain/post-judging';
import type { CommentDoc } from '../store/post-comments';

function allowedTo(comment: CommentDoc, caller: Caller | null): CommentView['allowed'] {
  const isShown = comment.status === 'published';
  const isOwn = isOwnComment(comment, caller);
  const allowed: [CommentView['allowed'][number], boolean][] = [
    ['remove', isOwn],
    ['report', isShown && !isOwn],
    ['hide', isShown && mayJudgeComment(comment, caller)],
    ['unhide', comment.status === 'hidden' && mayJudgeComment(comment, caller)],
  ];
  return allowed.filter(([, may]) => may).map(([action]) => action);
}

export function viewComment(comment: CommentDoc, caller: Caller | null): CommentView {
  const { _id: id, who, text, publicText = text, at, status, hidden, groupId, authorId } = comment;
  const mine = isOwnComment(comment, caller);
  const readsAll = mine || knowsWisher({ groupId, representativeId: authorId }, caller);
  return {
    id,
    who,
    text: readsAll ? text : publicText,
    at: at.toISOString(),
    mine,
    status,
    allowed: allowedTo(comment, caller),
    ...(hidden && (mine || judgesGroup(groupId, caller))
      ? { hiddenBecause: { ...hidden, at: hidden.at.toISOString() } }
      : {}),
  };
}
