import { toBuffer } from 'qrcode';
import type { Host } from '../../cloudfunctions/host/host';
import { localHost } from '../../local/host/local-host';
import { newSecrets } from '../../local/host/secrets';

const secrets = newSecrets();
const address = { now: 'http://127.0.0.1:5180/' };
const host = localHost({ directory: 'unused', secrets, demo: true, publicAddress: () => address.now });

it('leaves every text and photo to a person', async () => {
  expect(await host.checkText('今天给村里换了路灯')).toEqual({ verdict: 'review', hints: [] });
  expect(await host.checkImage('images/p1-1600.jpg')).toEqual({ verdict: 'review' });
});

it('points at the words that a person should look at, the longest of those that overlap', async () => {
  expect(await host.checkText('😀捐款请转账，或加我微信；捐款也行')).toEqual({
    verdict: 'review',
    hints: [
      { word: '捐款', at: 2 },
      { word: '转账', at: 5 },
      { word: '加我微信', at: 9 },
      { word: '捐款', at: 14 },
    ],
  });
});

it('makes a QR of the page’s address, as people reach the server now', async () => {
  const target = { page: 'pages/post-detail/index', scene: 'AbC-123_xyz0' };
  const codeOf = (url: string): Promise<Buffer> => toBuffer(url, { type: 'png', width: 430, margin: 2 });
  expect(await host.miniCode(target)).toEqual(
    await codeOf('http://127.0.0.1:5180/#/pages/post-detail/index?scene=AbC-123_xyz0'),
  );
  address.now = 'https://wish.example.cn/town';
  expect(await host.miniCode(target)).toEqual(
    await codeOf('https://wish.example.cn/town/#/pages/post-detail/index?scene=AbC-123_xyz0'),
  );
});

it('knows a group by its ticket, the same each time, and no group in anything else', async () => {
  const groupOf = (ticket: string, by: Host = host): Promise<string | null> => by.groupOf(ticket);
  const first = await groupOf('group-A');
  expect(first).not.toContain('group-A');
  expect(await groupOf('group-A')).toBe(first);
  expect(await groupOf('group-B')).not.toBe(first);
  expect(await groupOf('group-A', localHost({ directory: 'unused', secrets: newSecrets(), demo: true }))).not.toBe(
    first,
  );
  for (const wrong of ['', 'abc', '刘胜村的群', 'a'.repeat(65), 'a/../b']) expect(await groupOf(wrong)).toBeNull();
});
