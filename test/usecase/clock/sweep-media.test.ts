import { account } from '../../../cloudfunctions/account/use-cases';
import { clock } from '../../../cloudfunctions/clock/use-cases';
import { runJobs } from '../../../cloudfunctions/clock/run-jobs';
import { media } from '../../../cloudfunctions/media/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as store from '../../../cloudfunctions/store/media';
import { startFunctions, type Functions } from '../../support/functions';
import { signInAs, type Person } from '../../support/town';
import { aPicture, upload } from '../../support/uploads';

const TAKEN = new Date('2021-07-01T02:00:00Z');
const A_DAY_LATER = '2021-07-02T02:00:00Z';
const JUST_AFTER = '2021-07-02T02:00:00.001Z';

let functions: Functions;
let admin: Person;
beforeEach(async () => {
  functions = await startFunctions([account, clock, media], { now: TAKEN });
  admin = await signInAs(functions, 'admin');
});
afterEach(() => functions.close());

async function aPhoto(): Promise<string> {
  const { answer } = await upload(functions, admin, await aPicture().jpeg().toBuffer());
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.data as { mediaId: string }).mediaId;
}

const run = (now: string) => functions.call('clock.run', { now }, admin.token);
const largest = (id: string): Promise<unknown> => functions.host.files.get(store.imageKey(id, 1600));

it('sweeps what nothing has shown for a day, documents and files, and keeps the rest', async () => {
  const [unused, used] = [await aPhoto(), await aPhoto()];
  await inTransaction((tx) => store.markUsed([used], tx));
  expect(await run(A_DAY_LATER)).toEqual({ ran: expect.arrayContaining(['sweepMedia']), changed: 0 });
  expect(await run(JUST_AFTER)).toEqual({ ran: expect.arrayContaining(['sweepMedia']), changed: 1 });
  expect([...(await store.findMany([unused, used])).keys()]).toEqual([used]);
  await expect(largest(unused)).rejects.toThrow('没有找到');
  await expect(largest(used)).resolves.toBeDefined();
});

it('changes nothing more when it runs again', async () => {
  await aPhoto();
  await run(JUST_AFTER);
  expect(await run(JUST_AFTER)).toEqual({ ran: expect.arrayContaining(['sweepMedia']), changed: 0 });
});

it('sweeps each thing once when two runs meet', async () => {
  await Promise.all(Array.from({ length: 4 }, aPhoto));
  const now = new Date(JUST_AFTER);
  const runs = await Promise.all([runJobs(now, functions.host), runJobs(now, functions.host)]);
  expect(runs.map(({ changed }) => changed).reduce((sum, changed) => sum + changed)).toBe(4);
});

it('is for the administrator, by a real time', async () => {
  const resident = await signInAs(functions, 'resident');
  expect(await functions.refusal('clock.run', { now: JUST_AFTER }, resident.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('clock.run', { now: JUST_AFTER })).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('clock.run', { now: '昨天' }, admin.token)).toBe('INVALID_INPUT');
});
