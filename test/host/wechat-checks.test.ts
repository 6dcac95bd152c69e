import { checkImageBy, checkTextBy } from '../../cloudfunctions/host/wechat-checks';
import { DomainError } from '../../domain/errors';

const ask = jest.fn<Promise<unknown>, [Record<string, unknown>]>();
const lines: unknown[] = [];
const asking = { ask, openId: () => 'o1' };
const checkText = checkTextBy(asking);
const checkImage = checkImageBy(
  asking,
  (key) => Promise.resolve(key === 'images/gone-1600.jpg' ? '' : `https://files.test/${key}?sign=1`),
  (level, line) => void lines.push({ level, ...line }),
);

beforeEach(() => {
  ask.mockReset();
  lines.length = 0;
});

describe('texts', () => {
  it('asks in the name of the caller, as of a forum, by version 2', async () => {
    ask.mockResolvedValue({ errCode: 0, result: { suggest: 'pass', label: 100 }, detail: [] });
    expect(await checkText('今天给村里换了路灯')).toEqual({ verdict: 'pass' });
    expect(ask.mock.calls).toEqual([[{ openid: 'o1', scene: 3, version: 2, content: '今天给村里换了路灯' }]]);
  });

  it('says which words made WeChat stop, and where they stand', async () => {
    const detail = [
      { strategy: 'keyword', errcode: 0, keyword: '加微信,转账' },
      { strategy: 'content_model', errcode: 0 },
    ];
    ask.mockResolvedValue({ result: { suggest: 'review', label: 10001 }, detail });
    expect(await checkText('😀要的加微信')).toEqual({
      verdict: 'review',
      hints: [{ word: '加微信', at: 4 }, { word: '转账' }],
    });
    ask.mockResolvedValue({ result: { suggest: 'risky', label: 20003 } });
    expect(await checkText('某某')).toEqual({
      verdict: 'reject',
      reason: '文字未通过微信内容安全检查，请修改后再提交',
      hints: [{ word: '微信内容安全检查：辱骂' }],
    });
  });

  it('lets nothing pass while WeChat does not answer', async () => {
    ask.mockRejectedValue({ errCode: -1, errMsg: 'system busy' });
    const refused = await checkText('某某').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DomainError);
    expect(refused).toMatchObject({
      code: 'UNAVAILABLE',
      refusal: { facts: { reason: expect.stringContaining('busy') } },
    });
  });
});

describe('photos', () => {
  it('hands a fresh link over, and says under which name the answer will come', async () => {
    ask.mockResolvedValue({ errCode: 0, traceId: 't-1' });
    expect(await checkImage('images/p1-1600.jpg')).toEqual({ waits: 't-1' });
    expect(ask.mock.calls).toEqual([
      [
        {
          media_url: 'https://files.test/images/p1-1600.jpg?sign=1',
          media_type: 2,
          version: 2,
          scene: 3,
          openid: 'o1',
        },
      ],
    ]);
    ask.mockResolvedValue({ errcode: 0, trace_id: 't-2' });
    expect(await checkImage('images/p1-1600.jpg')).toEqual({ waits: 't-2' });
  });

  it.each([
    [
      'refuses',
      'images/p1-1600.jpg',
      () => Promise.reject(new Error('errCode: 45009 reach max api daily quota limit')),
    ],
    ['gives no trace', 'images/p1-1600.jpg', () => Promise.resolve({ errCode: 0 })],
    ['cannot be given a link', 'images/gone-1600.jpg', () => Promise.resolve({ traceId: 't-3' })],
  ])('leaves a photo to a person where WeChat %s', async (_why, key, answer) => {
    ask.mockImplementation(answer);
    expect(await checkImage(key)).toEqual({ verdict: 'review', reason: expect.stringContaining('人工查看') });
    expect(lines).toEqual([expect.objectContaining({ level: 'error', channel: 'mediaCheckAsync', key })]);
  });
});
