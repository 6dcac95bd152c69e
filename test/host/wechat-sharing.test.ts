import { groupBy, miniCodeBy } from '../../cloudfunctions/host/wechat-sharing';

const make = jest.fn<Promise<unknown>, [Record<string, unknown>]>();
const open = jest.fn<Promise<unknown>, [{ list: string[] }]>();
const miniCode = miniCodeBy(make);
const groupOf = groupBy(open, () => undefined);
const target = { page: 'pages/post-detail/index', scene: 'AbC-123_xyz0' };

it('makes the code of a page that may not be released yet', async () => {
  const picture = Buffer.from('\x89PNG');
  make.mockResolvedValue({ contentType: 'image/png', buffer: picture, errCode: 0 });
  expect(await miniCode(target)).toEqual(picture);
  expect(make.mock.calls).toEqual([[{ ...target, checkPath: false, width: 430, isHyaline: true }]]);
});

it('says so when WeChat makes no code', async () => {
  for (const failed of [() => Promise.reject(new Error('45009')), () => Promise.resolve({ errCode: 41030 })]) {
    make.mockImplementation(failed);
    await expect(miniCode(target)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  }
});

it('reads the group’s id from a cloudID, and no member’s', async () => {
  const data = { opengid: 'tG-1', group_openid: 'member-of-it', chat_type: 3 };
  open.mockResolvedValue({ list: [{ cloudID: 'c-1', data }] });
  expect(await groupOf('c-1')).toBe('tG-1');
  expect(open.mock.calls).toEqual([[{ list: ['c-1'] }]]);
});

it.each([
  ['what is no cloudID', () => Promise.reject(new Error('-604000'))],
  ['a chat of two', () => Promise.resolve({ list: [{ data: { open_single_roomid: 'r-1', chat_type: 1 } }] })],
  ['nothing', () => Promise.resolve({ list: [] })],
])('knows no group in %s', async (_what, answer) => {
  open.mockImplementation(answer);
  expect(await groupOf('c-1')).toBeNull();
});
