import { account } from '../../cloudfunctions/account/use-cases';
import { media } from '../../cloudfunctions/media/use-cases';
import * as store from '../../cloudfunctions/store/media';
import { startScheduler } from '../../local/scheduler';
import { startFunctions, type Functions } from '../support/functions';
import { aPhoto, signInAs } from '../support/town';

let functions: Functions;
beforeAll(async () => {
  functions = await startFunctions([account, media]);
});
afterAll(() => functions.close());

it('runs the jobs of the clock at once and again, until it is stopped', async () => {
  const admin = await signInAs(functions, 'admin');
  const isThere = async (id: string): Promise<boolean> => (await store.findMany([id])).has(id);
  // Photos of the town are dated 1970: unused for more than a day by any clock.
  const first = await aPhoto(admin);
  const scheduler = startScheduler(functions.host, 20);
  const second = await aPhoto(admin);
  const isAny = async (): Promise<boolean> => (await isThere(first)) || (await isThere(second));
  for (let tries = 0; tries < 200 && (await isAny()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect([await isThere(first), await isThere(second)]).toEqual([false, false]);
  await scheduler.stop();
  const late = await aPhoto(admin);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await store.removeUnused(late)).toBe(true);
});

it('writes down the job that failed and runs the others', async () => {
  const lines: Record<string, unknown>[] = [];
  const admin = await signInAs(functions, 'admin');
  const id = await aPhoto(admin);
  const remove = (): Promise<void> => Promise.reject(new Error('the disk is gone'));
  const host = {
    ...functions.host,
    files: { ...functions.host.files, remove },
    log: (_level: 'info' | 'error', line: Record<string, unknown>) => void lines.push(line),
  };
  const scheduler = startScheduler(host, 3600_000);
  await scheduler.stop();
  expect(lines).toEqual([{ job: 'sweepMedia', error: expect.stringContaining('the disk is gone') }]);
  expect((await store.findMany([id])).has(id)).toBe(false);
});
