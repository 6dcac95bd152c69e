/** In which group a page was opened, as WeChat says it. */
import { groupTicket } from '../../src/platform/group-ticket';

const opened = { path: '/pages/post-detail/index', id: 'p1', ticket: undefined };
let scene = 1044;
let answer: () => Promise<unknown>;

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getEnterOptionsSync: () => ({ scene, path: 'pages/post-detail/index', query: { id: 'p1' } }),
    getGroupEnterInfo: () => answer(),
  },
}));

beforeEach(() => {
  scene = 1044;
  answer = () => Promise.resolve({ cloudID: 'cloud-1' });
});

it('is the ticket that WeChat gives for the card’s own page', async () => {
  expect(await groupTicket(opened)).toBe('cloud-1');
});

it('is nothing for a post that was opened later on, or by another way', async () => {
  expect(await groupTicket({ ...opened, id: 'p2' })).toBeNull();
  expect(await groupTicket({ ...opened, path: '/pages/wish-detail/index' })).toBeNull();
  scene = 1007;
  expect(await groupTicket(opened)).toBeNull();
});

it('is nothing where WeChat does not say', async () => {
  answer = () => Promise.reject(new Error('getGroupEnterInfo:fail 40097'));
  expect(await groupTicket(opened)).toBeNull();
  answer = () => Promise.resolve({ encryptedData: '', iv: '' });
  expect(await groupTicket(opened)).toBeNull();
});
