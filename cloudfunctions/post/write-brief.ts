import * as contract from '../../contract/post-sharing';
import { seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { briefText } from '../../domain/group-brief';
import { addDays, shanghaiDay, startOfDay } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as posts from '../store/posts';
import * as settings from '../store/settings';
import * as wishLists from '../store/wish-lists';
import { linkedWishes } from './linked-wishes';
import { render } from './render-post';

/** As many as somebody reads in a chat. */
const MOST_LINES = 50;

/** 每日群简报: of the caller's own group, or of the town for those who see it whole. */
export const writeBrief = useCase(contract.brief, async ({ groupId: asked, day: askedDay }, { caller, now, host }) => {
  const today = shanghaiDay(now);
  const day = askedDay ?? today;
  const from = startOfDay(day);
  if (!from) throw new DomainError('INVALID_INPUT', { details: { day: '没有这一天' } });
  const groupId = asked ?? ownGroup(caller);
  const groupNames = await groups.namesById();
  const groupName = groupId === undefined ? undefined : groupNames.get(groupId);
  if (groupId !== undefined && groupName === undefined) {
    throw new DomainError('INVALID_INPUT', { details: { groupId: '没有这个代表小组' } });
  }
  const [{ town, campaign }, ofDay, waiting] = await Promise.all([
    settings.get(),
    posts.listWithin({ groupId }, { from, until: addDays(from, 1) }),
    wishLists.countOpen(groupId),
  ]);
  const shown = ofDay.slice(0, MOST_LINES);
  const wishOf = await linkedWishes(shown);
  const lines = shown.map((post) => ({
    ...render(post, wishOf(post), { audience: 'group' }, host),
    representative: post.representative,
    groupName: groupId === undefined ? groupNames.get(post.groupId) : undefined,
  }));
  const thanks = ofDay.reduce((sum, post) => sum + post.thanks, 0);
  const facts = { town, campaign, groupName, day: from, isToday: day === today, total: ofDay.length, thanks, waiting };
  return { day, posts: ofDay.length, text: briefText({ ...facts, posts: lines }) };
});

const ownGroup = (caller: Caller): string | undefined => (seesTown(caller) ? undefined : caller.groupId);
