/** @jest-environment jsdom */
import { wishShare } from '../../src/features/wish/wish-share';
import { aWish } from './support/a-wish';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const photo = { id: 'p1', thumb: '/t', medium: '/m', view: '/v', width: 4, height: 3 };
const wish = aWish({ id: 'w 1', photos: [photo], photosPublic: true, mine: true });

it('says the status, the village and the wish, and leads back to it', () => {
  expect(wishShare(wish)).toEqual({
    title: '【待认领】刘胜村：路灯坏了',
    path: '/pages/wish-detail/index?id=w%201',
    image: '/m',
  });
});

it('shows the chat no photo without consent and no telephone number', () => {
  const card = wishShare({ ...wish, photosPublic: false, content: '请打１３９ ５９１７ １０９３找我' });
  expect(card.image).toBeUndefined();
  expect(card.title).toBe('【待认领】刘胜村：请打***找我');
});

it('shortens a long wish', () => {
  expect(wishShare({ ...wish, content: '路'.repeat(300) }).title).toBe(`【待认领】刘胜村：${'路'.repeat(30)}…`);
});
