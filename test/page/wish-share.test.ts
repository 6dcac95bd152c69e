/** @jest-environment jsdom */
import type { WishView } from '../../contract/wish';
import { wishShare } from '../../src/features/wish/wish-share';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const at = '2026-11-24T08:00:00.000Z';
const photo = { id: 'p1', thumb: '/t', medium: '/m', view: '/v', width: 4, height: 3 };
const aWish: WishView = {
  id: 'w 1',
  code: 'CJ-2026-0001',
  status: 'open',
  category: 'facility',
  content: '路灯坏了',
  village: '刘胜村',
  wisher: '王**',
  collectedAt: at,
  overdue: false,
  holder: { role: 'liaison', since: at },
  rev: 1,
  channel: 'self',
  groupId: 'g1',
  groupName: '第一代表小组',
  photos: [photo],
  photosPublic: true,
  timeline: [],
  outcomes: [],
  mine: true,
  allowed: [],
  mayReveal: false,
};

it('says the status, the village and the wish, and leads back to it', () => {
  expect(wishShare(aWish)).toEqual({
    title: '【待认领】刘胜村：路灯坏了',
    path: '/pages/wish-detail/index?id=w%201',
    image: '/m',
  });
});

it('shows the chat no photo without consent and no telephone number', () => {
  const card = wishShare({ ...aWish, photosPublic: false, content: '请打１３９ ５９１７ １０９３找我' });
  expect(card.image).toBeUndefined();
  expect(card.title).toBe('【待认领】刘胜村：请打***找我');
});

it('shortens a long wish', () => {
  expect(wishShare({ ...aWish, content: '路'.repeat(300) }).title).toBe(`【待认领】刘胜村：${'路'.repeat(30)}…`);
});
