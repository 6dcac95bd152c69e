/**
 * `npm run bench`: each function call against the same reads and writes as bare driver calls, in turn, in one run, at
 * 10,000 and 200,000 wishes and posts, or at the sizes named (`npm run bench -- 10000 50000`). With `--posts` there are
 * posts alone, and the feed is what is measured (`npm run bench -- --posts 1000000`). The ratio is what to compare between
 * machines; milliseconds are of this one. `npm run bench -- upload` and `npm run bench -- points` are others: see upload.ts
 * and points.ts.
 */
import { areas } from '../../local/areas';
import { newId } from '../../cloudfunctions/kit/new-id';
import { open } from '../../cloudfunctions/store/database';
import { startFunctions, type Functions } from '../support/functions';
import { aCast, aTown, type Cast } from '../support/town';
import { cases, feedCases, type Case } from './cases';
import { benchPoints } from './points';
import { aboutOthers, newNames, Recorder, replay } from './recorder';
import { seedPosts, seedTown } from './seed';
import { benchUpload } from './upload';

const SIZES = [10_000, 200_000] as const;
const WARM_UP_ROUNDS = 10;

interface Measured {
  called: number[];
  bare: number[];
  commands: number;
  examined: number;
}

const percentile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Documents that the embedded database has read so far; a real server does not say. */
type Examined = () => number;

async function measure(
  bench: Case,
  functions: Functions,
  cast: Cast,
  recorder: Recorder,
  examined: Examined,
): Promise<Measured> {
  const { client, db } = await open();
  const measured: Measured = { called: [], bare: [], commands: 0, examined: 0 };
  for (let round = -WARM_UP_ROUNDS; round < bench.rounds; round++) {
    const { call, subject } = await bench.prepare(functions, cast);
    recorder.take();
    const before = examined();
    const called = await timed(call);
    const read = examined() - before;
    const commands = recorder.take();
    const names = newNames(commands, newId);
    if (subject) names.set(subject.called, subject.bare);
    const others = aboutOthers(commands, names);
    const bare = await timed(() => replay(client, db, others));
    if (round < 0) continue;
    measured.called.push(called);
    measured.bare.push(bare);
    measured.commands += commands.length / bench.rounds;
    measured.examined += read / bench.rounds;
  }
  return measured;
}

function row(size: number, name: string, { called, bare, commands, examined }: Measured): string {
  const ratio = percentile(called, 0.5) / percentile(bare, 0.5);
  const figures = [percentile(called, 0.5), percentile(called, 0.95), percentile(bare, 0.5), percentile(bare, 0.95)];
  const cells = [...figures.map((ms) => ms.toFixed(2)), ratio.toFixed(2), commands.toFixed(1), examined.toFixed(1)];
  return `| ${size} | ${name} | ${cells.join(' | ')} |`;
}

async function benchAt(size: number, isOfPosts: boolean): Promise<void> {
  const functions = await startFunctions(areas, { now: new Date('2026-06-01T02:00:00Z'), monitorCommands: true });
  try {
    await aTown(functions);
    const seconds = isOfPosts ? await seedPosts(size) : await seedTown(functions, size);
    console.log(`| ${size} | 写入示例数据用时 ${seconds.toFixed(0)} 秒 | | | | | | | |`);
    const cast = await aCast(functions);
    const recorder = new Recorder((await open()).client);
    for (const bench of isOfPosts ? feedCases : cases) {
      console.log(row(size, bench.name, await measure(bench, functions, cast, recorder, functions.examined)));
    }
  } finally {
    await functions.close();
  }
}

function sizesAsked(words: readonly string[]): readonly number[] {
  const sizes = words.map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1000)) throw new Error('规模应为不小于 1000 的整数');
  return sizes.length > 0 ? sizes : SIZES;
}

async function main(): Promise<void> {
  if (process.argv[2] === 'upload') return benchUpload();
  if (process.argv[2] === 'points') {
    const [asked] = process.argv.slice(3);
    return benchPoints(asked === undefined ? undefined : sizesAsked([asked])[0]);
  }
  console.log(
    '| 心愿、晒单各 | 调用 | 功能 p50 毫秒 | p95 | 直接调用 p50 毫秒 | p95 | 倍数（p50） | 数据库命令 | 读取文档 |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  const words = process.argv.slice(2);
  const isOfPosts = words.includes('--posts');
  for (const size of sizesAsked(words.filter((word) => word !== '--posts'))) await benchAt(size, isOfPosts);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
