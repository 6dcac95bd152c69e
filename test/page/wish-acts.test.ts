import type { WishView } from '../../contract/wish-views';
import { actsOf, isQuiet, labelOf, sectionsOf, type Act } from '../../src/features/wish/wish-acts';
import { aClaimedWish, aWish } from './support/a-wish';

const at = '2026-11-24T08:00:00.000Z';
const claimer = { id: 'r1', name: '吕国华', groupId: 'g1', at, assigned: false };
const contacted = { ...claimer, contactedAt: at };
const presidiums = ['order.issue', 'pause', 'answer', 'urge', 'hide', 'release', 'withdraw'];

const firstTwo = (wish: WishView, representativeId?: string): Act[] => actsOf(wish, representativeId).slice(0, 2);

it.each<[string, WishView, string | undefined, Act[]]>([
  ['a visitor is offered nothing', aWish(), undefined, []],
  ['a representative claims an open wish', aWish({ allowed: ['claim'] }), 'r1', ['claim']],
  [
    'a leader assigns it, or claims it',
    aWish({ allowed: ['claim', 'assign', 'urge', 'hide'] }),
    'r9',
    ['assign', 'claim'],
  ],
  [
    'a new claimer first says that the wisher was contacted',
    aClaimedWish({ allowed: ['contact', 'progress', 'release', 'fulfil'] }),
    'r1',
    ['contact', 'fulfil'],
  ],
  [
    'somebody whom it was assigned to may decline at once',
    aClaimedWish({ allowed: ['decline', 'contact', 'progress', 'fulfil'] }),
    'r1',
    ['contact', 'decline'],
  ],
  [
    'after the contact the claimer fulfils or reports',
    aClaimedWish({ claimer: contacted, allowed: ['progress', 'release', 'askHelp', 'askPause', 'fulfil'] }),
    'r1',
    ['fulfil', 'progress'],
  ],
  ['another representative joins', aClaimedWish({ allowed: ['join'] }), 'r2', ['join']],
  ['a leader urges what is in hand', aClaimedWish({ allowed: ['join', ...presidiums] }), 'r9', ['urge', 'join']],
  [
    'a request to pause is answered first',
    aClaimedWish({ allowed: ['refusePause', ...presidiums] }),
    undefined,
    ['pause', 'refusePause'],
  ],
  [
    'a request for help is answered first',
    aClaimedWish({ allowed: ['refuseHelp', ...presidiums] }),
    undefined,
    ['issue', 'refuseHelp'],
  ],
  [
    'the presidium settles what the department has answered',
    aWish({
      status: 'coordinating',
      holder: { role: 'presidium', since: at },
      allowed: ['order.issue', 'pause', 'fulfil', 'answer', 'urge', 'withdraw'],
    }),
    undefined,
    ['fulfil', 'issue'],
  ],
  [
    'a call-back asks, or says that nobody answered',
    aWish({ status: 'fulfilled', allowed: ['callBack', 'rate', 'hide'] }),
    undefined,
    ['rate', 'callBack'],
  ],
])('%s', (_, wish, representativeId, expected) => {
  expect(firstTwo(wish, representativeId)).toEqual(expected);
});

it('never draws anybody to file a wish elsewhere', () => {
  expect(actsOf(aWish({ allowed: ['urge', 'hide', 'campaign.file'] }), 'r9')).toEqual(['urge', 'file', 'hide']);
  expect(actsOf(aWish({ status: 'closed', allowed: ['campaign.file'] }), 'r9').every(isQuiet)).toBe(true);
});

it('offers all that the function allows, and 晒单 to the claimer alone', () => {
  const allowed = ['progress', 'release', 'join', 'leave', 'fulfil', 'order.issue', 'unknown'];
  const wish = aClaimedWish({ claimer: contacted, allowed });
  expect(new Set(actsOf(wish, 'r1'))).toEqual(
    new Set(['fulfil', 'progress', 'post', 'join', 'issue', 'leave', 'release']),
  );
  expect(actsOf(wish, 'r2')).not.toContain('post');
});

it('sorts the rest by what it is for, what undoes last', () => {
  expect(sectionsOf(['withdraw', 'pause', 'progress', 'hide', 'file', 'urge'])).toEqual([
    { title: '办理', acts: ['progress'] },
    { title: '协调', acts: ['pause', 'urge'] },
    { title: '归类', acts: ['file'] },
    { title: '退回与撤销', acts: ['withdraw', 'hide'] },
  ]);
  expect(sectionsOf([])).toEqual([]);
});

it('calls an act what it is for this person', () => {
  const mine = aWish({ mine: true });
  expect(labelOf('rate', mine)).toBe('评价');
  expect(labelOf('rate', { ...mine, channel: 'homeVisit' })).toBe('登记回访');
  expect(labelOf('pause', aClaimedWish({ allowed: ['pause', 'refusePause'] }))).toBe('同意暂缓');
  expect(labelOf('claim', aWish({ allowed: ['claim'] }))).toBe('认领这个心愿');
  expect(labelOf('claim', aWish({ allowed: ['claim', 'assign'] }))).toBe('认领');
  expect(labelOf('withdraw', aWish())).toBe('按心愿人要求撤回');
  const helped = aClaimedWish({ helpers: [{ id: 'r2', name: '张桂兰', part: 'goods', note: '一台洗衣机', at }] });
  expect(labelOf('leave', helped, 'r2')).toBe('退出合力');
  expect(labelOf('leave', helped, 'r1')).toBe('调出合力代表');
});
