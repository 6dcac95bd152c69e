import { notifyBy, noticeTemplate } from '../../cloudfunctions/host/wechat-notices';

const send = jest.fn<Promise<unknown>, [Record<string, unknown>]>();
const lines: unknown[] = [];
const notify = notifyBy(send, (level, line) => void lines.push({ level, ...line }));
const notice = { text: '您有 3 件事待处理', at: new Date('2026-06-01T00:00:00Z'), page: 'pages/notices/index' };

beforeEach(() => {
  lines.length = 0;
  send.mockReset().mockResolvedValue({ errCode: 0 });
  process.env.WISH_NOTICE_TEMPLATE = 'T-1';
});
afterAll(() => {
  delete process.env.WISH_NOTICE_TEMPLATE;
});

it("fills the template's two fields", async () => {
  expect(await notify('o1', notice)).toBe(true);
  expect(send.mock.calls).toEqual([
    [
      {
        touser: 'o1',
        templateId: 'T-1',
        page: 'pages/notices/index',
        data: { thing1: { value: '您有 3 件事待处理' }, time2: { value: '2026年6月1日 08:00' } },
      },
    ],
  ]);
});

it('uses the names of the fields that the configuration gives', async () => {
  process.env.WISH_NOTICE_TEMPLATE = 'T-2:thing4:time7';
  await notify('o1', { ...notice, text: '一二三四五六七八九十一二三四五六七八九十一' });
  expect(send.mock.calls[0]?.[0]).toMatchObject({
    templateId: 'T-2',
    data: { thing4: { value: '一二三四五六七八九十一二三四五六七八九十' }, time7: {} },
  });
});

it.each([undefined, '', '  '])('sends nothing where no template is configured (%j)', async (value) => {
  if (value === undefined) delete process.env.WISH_NOTICE_TEMPLATE;
  else process.env.WISH_NOTICE_TEMPLATE = value;
  expect(noticeTemplate()).toBeNull();
  expect(await notify('o1', notice)).toBe(false);
  expect(send).not.toHaveBeenCalled();
});

it.each([new Error('errCode: 43101 user refuse to accept the msg'), { errCode: -1, errMsg: 'system busy' }])(
  'writes down what WeChat refuses and goes on',
  async (error) => {
    send.mockRejectedValue(error);
    expect(await notify('o1', notice)).toBe(false);
    expect(lines).toEqual([
      { level: 'info', host: 'wechat', channel: 'subscribeMessage', reason: expect.stringMatching(/43101|busy/) },
    ]);
  },
);
