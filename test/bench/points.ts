/**
 * `npm run bench -- points [entries]`: ten years of points of 3,000 representatives (2,000,000 entries where no number is
 * named): the board’s first page, an entry with its caps, and what 核验 and 重算 take of time and memory.
 */
import { readFileSync } from 'node:fs';
import { areas } from '../../local/areas';
import { newId } from '../../cloudfunctions/kit/new-id';
import { inTransaction } from '../../cloudfunctions/store/database';
import * as pointsBook from '../../cloudfunctions/store/points-book';
import { recount } from '../../cloudfunctions/store/points-recount';
import { verifyTown } from '../../cloudfunctions/store/points-verify';
import { startFunctions } from '../support/functions';
import { aCast, aPhoto, aTown, type Cast } from '../support/town';
import { seedPoints } from './points-seed';

const ENTRIES = 2_000_000;
const ROUNDS = 100;
const WARM_UP = 10;
const SETTLING = 200;
/** Those who are paid in the rounds. */
const PEOPLE_BEFORE = 1000;
const NOW = new Date('2026-06-01T02:00:00Z');
const SAMPLE_MS = 100;

/** The process's own memory, without the files that the embedded database maps; all of it where the system does not say. */
function ownMegabytes(): number {
  try {
    const anonymous = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (anonymous !== undefined) return Number(anonymous) / 1024;
  } catch {
    // no /proc, as on macOS
  }
  return process.memoryUsage().rss / 1024 / 1024;
}

/** Of the clock, and of the processor, which says what a machine with nothing else to do would take. */
async function timesOf(work: (round: number) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  let cpu = process.cpuUsage();
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    if (round === 0) cpu = process.cpuUsage();
    const start = performance.now();
    await work(round + WARM_UP);
    if (round >= 0) times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(ROUNDS * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} 毫秒，p95 ${at(0.95)} 毫秒；处理器每次 ${((user + system) / 1000 / ROUNDS).toFixed(1)} 毫秒`;
}

/** How long it takes, and by how much the process grows meanwhile at most. */
async function measured(work: () => Promise<unknown>): Promise<string> {
  const before = ownMegabytes();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, ownMegabytes())), SAMPLE_MS);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  return `${((performance.now() - start) / 1000).toFixed(1)} 秒（处理器 ${((user + system) / 1e6).toFixed(1)} 秒），内存最多增加 ${(most - before).toFixed(0)} MB`;
}

const payPost = (representativeId: string) =>
  inTransaction((tx) => {
    const id = newId();
    const ref = { kind: 'post', id, label: '晒单' } as const;
    const facts = {
      id,
      rule: 'S1',
      representativeId,
      groupId: 'g1',
      at: NOW,
      ref,
      reason: '发布独立晒单',
      by: 'bench',
    } as const;
    return pointsBook.payOnce(facts, tx);
  });

type Call = Awaited<ReturnType<typeof startFunctions>>['call'];

/** With the post itself, its photo and its place in the feed. */
const publish = async (call: Call, { member }: Cast) => {
  const photos = [await aPhoto(member)];
  await call('post.publish', { text: '今天把路灯修好了', photos, clientToken: newId() }, member.token);
};

/** Prints a line for each figure. */
export async function benchPoints(count = ENTRIES): Promise<void> {
  const functions = await startFunctions(areas, { now: NOW });
  const say = (name: string, figure: string): void => console.log(`| ${name} | ${figure} |`);
  try {
    await aTown(functions);
    const there = ['g1', 'g2'].flatMap((groupId) =>
      ['leader', 'liaison', 'member', 'member2'].map((position) => ({ id: `${groupId}-${position}`, groupId })),
    );
    console.log(`| 积分 ${count} 条 | |\n|---|---|`);
    say('写入示例数据', `${(await seedPoints(functions, there, count)).toFixed(0)} 秒`);
    const cast = await aCast(functions);
    for (const period of ['2026-05', '2025', 'all']) {
      const page = { period, by: 'representative', limit: 20 } as const;
      say(`榜单第一页 ${period}`, await timesOf(() => functions.call('points.board', page, cast.member.token)));
    }
    say(
      '榜单第一页 主席团',
      await timesOf(() =>
        functions.call('points.board', { period: '2026', by: 'representative' }, cast.presidium.token),
      ),
    );
    say('小组榜', await timesOf(() => functions.call('points.board', { period: '2026', by: 'group' })));
    say('我的名次', await timesOf(() => functions.call('points.mine', { period: '2026' }, cast.member.token)));
    say('小组赛程', await timesOf(() => functions.call('points.race', { year: '2025' })));
    say('重算', await measured(() => recount(100)));
    say('核验', await measured(() => verifyTown()));
    // The seed’s own mass of writes still costs the first hundreds of commits after it.
    for (let round = 0; round < SETTLING; round += 1)
      await payPost(`bench-${String(PEOPLE_BEFORE + round).padStart(5, '0')}`);
    say('记一条分（含上限、事务）', await timesOf((round) => payPost(`bench-${String(round).padStart(5, '0')}`)));
    say('晒单并记分 post.publish', await timesOf(() => publish(functions.call, cast)));
  } finally {
    await functions.close();
  }
}
