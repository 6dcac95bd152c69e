import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startAndEnd, startServer, type Server } from '../support/started-server';

// A start may have to build the pages first.
jest.setTimeout(240_000);

let directory: string;
const servers: Server[] = [];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'start-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop('SIGKILL');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const folder = (name: string): string => join(directory, name);

async function start(...args: Parameters<typeof startServer>): Promise<Server> {
  const server = await startServer(...args);
  servers.push(server);
  return server;
}

/** One sentence on what is wrong, exit code 1, and never a stack. */
async function expectRefusal(args: readonly string[], sentence: string | RegExp, env?: Record<string, string>) {
  const { code, output } = await startAndEnd(args, env);
  expect(output).toMatch(sentence);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

const tokenOf = (body: unknown): string => (body as { data: { token: string } }).data.token;

describe('what is asked for', () => {
  it('explains itself', async () => {
    const { code, output } = await startAndEnd(['--help']);
    expect(code).toBe(0);
    for (const flag of ['--port', '--data', '--empty', '--no-demo', '--host', '--url', 'MONGODB_URI']) {
      expect(output).toContain(flag);
    }
  });

  it.each([
    [['--prot', '80'], '不认识的选项 --prot'],
    [['data'], '不认识的选项 data'],
    [['--port', 'eighty'], '端口应为 0 到 65535 的整数，而不是“eighty”'],
    [['--port', '70000'], '端口应为'],
    [['--port', '--empty'], '选项 --port 后面要写一个值'],
    [['--data'], '选项 --data 后面要写一个值'],
    [['--url', 'wish.example.cn'], '--url 应是完整的网址，如 https://wish.example.cn，而不是“wish.example.cn”'],
  ])('refuses %j with a sentence', (args, sentence) => expectRefusal(args, sentence));
});

describe('what stands in the way', () => {
  it('says that the port is taken, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const args = ['--port', String(port), '--data', folder('taken'), '--empty'];
    await expectRefusal(args, `端口 ${port} 已被其他程序占用，请换一个端口，例如 npm start -- --port ${port + 1}`);
    other.close();
  });

  it('says that the folder is a file', async () => {
    await writeFile(folder('file'), '');
    await expectRefusal(['--port', '0', '--data', folder('file')], /file 不是文件夹，请用 --data 指定一个文件夹/);
  });

  it('says that MONGODB_URI is written wrongly, without showing a password', async () => {
    const env = { MONGODB_URI: 'mongo://clerk:s3cret@127.0.0.1/' };
    await expectRefusal(['--port', '0', '--data', folder('uri')], /MONGODB_URI 的写法有误（mongo:\/\/\*\*\*@127/, env);
  });

  it('says who holds the folder', async () => {
    await start(folder('locked'), '--empty');
    await expectRefusal(['--port', '0', '--data', folder('locked')], /正被另一个程序使用（进程 \d+）/);
  });

  it('says that the keys cannot be read, instead of making new ones', async () => {
    await (await start(folder('keys'), '--empty')).stop('SIGTERM');
    await writeFile(join(folder('keys'), 'keys.json'), '{}');
    await expectRefusal(['--port', '0', '--data', folder('keys')], /密钥文件 \S+keys\.json 读不出来/);
    expect(await readFile(join(folder('keys'), 'keys.json'), 'utf8')).toBe('{}');
  });
});

describe('a town of one’s own', () => {
  const own = { town: '搬经镇', codePrefix: 'BJ', campaign: '我为群众办实事', departments: ['民政办'] };

  it('is called what town.json in the data folder says', async () => {
    await mkdir(folder('own'));
    await writeFile(join(folder('own'), 'town.json'), JSON.stringify(own));
    const server = await start(folder('own'), '--empty');
    expect((await server.call('account', 'settings', {})).body).toMatchObject({
      data: { town: '搬经镇', campaign: '我为群众办实事' },
    });
  });

  it('keeps the timers and days of its own, and counts their versions', async () => {
    await mkdir(folder('timed'));
    const timers = {
      unclaimed: [{ afterHours: 24, tell: ['presidium'], text: '1 天还没有代表认领', move: 'escalate' }],
    };
    await writeFile(join(folder('timed'), 'town.json'), JSON.stringify({ ...own, timers, daysOff: ['2027-02-06'] }));
    const server = await start(folder('timed'), '--empty');
    const settings = { town: '搬经镇', timers, daysOff: ['2027-02-06'], timersVersion: 2 };
    const uri = /mongodb:\/\/\S+/.exec(server.output)?.[0] ?? '';
    const client = await new MongoClient(uri).connect();
    expect(await client.db('weixinyuan').collection('settings').findOne({})).toMatchObject(settings);
    await client.close();
  });

  it('does not start on a town.json that says something else', async () => {
    await mkdir(folder('other'));
    await writeFile(join(folder('other'), 'town.json'), JSON.stringify({ ...own, codePrefix: '搬' }));
    const args = ['--port', '0', '--data', folder('other'), '--empty'];
    await expectRefusal(args, /town\.json 的内容不对：codePrefix 有误/);
  });
});

describe('a start', () => {
  it('fills the sample town once, and has everything again after kill -9', async () => {
    const first = await start(folder('town'));
    expect(first.output).toMatch(/^数据库 +mongodb:\/\/127\.0\.0\.1:\d+\//m);
    expect(first.output).toMatch(/演示身份 .*居民（王秀兰）、人大代表（/);
    const before = (await first.call('report', 'overview', {})).body;
    expect(before).toMatchObject({ data: { wishes: { registered: 160, fulfilled: 76 } } });
    const { body } = await first.call('account', 'demoSignIn', { persona: 'resident' });
    const wish = {
      content: '村口的路灯坏了，晚上看不清路',
      category: 'facility',
      village: '刘胜村',
      wisher: { name: '王小红', phone: '13959171093' },
      consent: { showName: false, showPhoto: false },
      clientToken: 'kill-minus-nine',
    };
    const submitted = await first.call('wish', 'submit', wish, tokenOf(body));
    expect(submitted).toMatchObject({ status: 200 });
    await first.stop('SIGKILL');

    const second = await start(folder('town'));
    expect(second.output).not.toContain('示例镇');
    const again = await second.call('wish', 'submit', wish, tokenOf(body));
    expect(again).toEqual(submitted);
    expect((await second.call('report', 'overview', {})).body).toMatchObject({ data: { wishes: { registered: 161 } } });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly at %s', async (signal) => {
    const server = await start(folder(signal), '--empty');
    expect((await fetch(`${server.origin}/`)).status).toBe(200);
    const { code, output } = await server.stop(signal);
    expect(code).toBe(0);
    expect(output).toContain('数据都在');
    expect((await readdir(folder(signal))).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('gives the first administrator an invite where demo mode is off, until it is used', async () => {
    const first = await start(folder('real'), '--empty', '--no-demo');
    expect(first.output).not.toContain('演示身份');
    const code = /管理员邀请码 +(\w+)/.exec(first.output)?.[1];
    expect(await first.call('account', 'demoSignIn', { persona: 'admin' })).toMatchObject({ status: 403 });
    const { body } = await first.call('account', 'signIn', { deviceKey: 'a-browser-of-the-clerk-0123456789' });
    expect(await first.call('account', 'redeemInvite', { code }, tokenOf(body))).toMatchObject({
      body: { data: { me: { roles: ['resident', 'admin'] } } },
    });
    await first.stop('SIGTERM');
    expect((await start(folder('real'), '--no-demo')).output).not.toContain('管理员邀请码');
  });

  it('refuses demo sign-in when it listens to more than this machine', async () => {
    const server = await start(folder('open'), '--empty', '--host', '0.0.0.0');
    expect(server.output).toContain('演示登录    已关闭');
    expect(server.output).toContain('管理员邀请码');
    expect(await server.call('account', 'demoSignIn', { persona: 'admin' })).toMatchObject({
      status: 403,
      body: { error: { code: 'FORBIDDEN' } },
    });
  });
});
