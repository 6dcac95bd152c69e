/** What is judged: posts and the comments below them, by whom, and what those whose they are get to read of it. */
import { actingAs, leadingAs } from './acting';
import { hasRole, type Caller } from './caller';
import { maskName } from './mask';
import { mayJudge, type HiddenBecause } from './post';
import { leads } from './wish-actors';

export const judgedThings = ['comment', 'post'] as const;

export interface Thing {
  of: (typeof judgedThings)[number];
  id: string;
}

/** 'post:<id>' or 'comment:<id>'. */
export const thingKey = ({ of, id }: Thing): string => `${of}:${id}`;

/** The thing that a key names; null for a key of nothing. */
export function thingOf(key: string): Thing | null {
  const of = judgedThings.find((kind) => key.startsWith(`${kind}:`));
  return of ? { of, id: key.slice(of.length + 1) } : null;
}

export const thingNames = { comment: '这条评论', post: '这条晒单' } as const;

/** As a comment is judged: who wrote it, and whose post it stands below. */
export interface JudgedComment {
  accountId: string;
  representativeId?: string;
  /** Those of the post. */
  groupId: string;
  authorId: string;
}

/** One person may have two accounts: a representative is known by the roster. */
export const isOwnComment = (
  { accountId, representativeId }: Pick<JudgedComment, 'accountId' | 'representativeId'>,
  caller: Caller | null,
): boolean =>
  caller !== null &&
  (caller.accountId === accountId || (representativeId !== undefined && caller.representativeId === representativeId));

/** As mayJudge of its post: what is said below one's own deed is for others to judge. */
export const mayJudgeComment = (comment: JudgedComment, caller: Caller | null): boolean =>
  mayJudge({ groupId: comment.groupId, representativeId: comment.authorId }, caller) && !isOwnComment(comment, caller);

/** Those who judge here, whosever it is. */
export const judgesGroup = (groupId: string, caller: Caller | null): boolean =>
  caller !== null && leads({ groupId }, caller);

const NAMELESS = ['', '居民', '微信用户'];

/** Who speaks, as everybody reads it: 周建平代表, 主席团, 王**; 居民 for who has not said a name. */
export function commenterName(caller: Caller): string {
  if (caller.representativeId !== undefined) return `${caller.name}代表`;
  if (hasRole(caller, 'presidium')) return '主席团';
  if (hasRole(caller, 'department')) return '职能部门';
  if (hasRole(caller, 'admin')) return '系统管理员';
  return NAMELESS.includes(caller.name.trim()) ? '居民' : maskName(caller.name);
}

/** 主体 + 职务 of who judges. */
export const judgingAs = (caller: Caller): string => actingAs(leadingAs(caller), caller);

const QUOTED_CHARACTERS = 15;

const quoted = (text: string): string => {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return `“${characters.slice(0, QUOTED_CHARACTERS).join('')}${characters.length > QUOTED_CHARACTERS ? '…' : ''}”`;
};

const ownNames = { comment: '您的评论', post: '您的晒单' } as const;

/** What the author of a hidden thing is told. */
export function hiddenNotice(of: Thing['of'], text: string, { who, reason, automatic }: HiddenBecause): string {
  const thing = `${ownNames[of]}${quoted(text)}`;
  return automatic
    ? `${thing}已由${who}自动隐藏：${reason}。工作人员会尽快复核`
    : `${thing}已由${who}隐藏：${reason}。如有不同意见，请与小组联络员或主席团联系`;
}

export const shownNotice = (of: Thing['of'], text: string, who: string): string =>
  `${ownNames[of]}${quoted(text)}已由${who}恢复显示`;
