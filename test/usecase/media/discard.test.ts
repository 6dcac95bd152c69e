import { media } from '../../../cloudfunctions/media/use-cases';
import { account } from '../../../cloudfunctions/account/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as store from '../../../cloudfunctions/store/media';
import { startFunctions, type Functions } from '../../support/functions';
import { aPicture, upload, type Uploader } from '../../support/uploads';

let functions: Functions;
let author: Uploader;
let mediaId: string;

beforeAll(async () => {
  functions = await startFunctions([account, media]);
  const { token, me } = await functions.call('account.demoSignIn', { persona: 'resident' });
  author = { accountId: me.accountId, token };
});
afterAll(() => functions.close());

beforeEach(async () => {
  const { answer } = await upload(functions, author, await aPicture().jpeg().toBuffer());
  if (!answer.ok) throw new Error(answer.error.message);
  ({ mediaId } = answer.data as { mediaId: string });
});

/** How many of its files are left. */
async function filesLeft(): Promise<number> {
  const there = await Promise.all(
    store.keysOf({ _id: mediaId, kind: 'image' }).map((key) =>
      functions.host.files.get(key).then(
        () => true,
        () => false,
      ),
    ),
  );
  return there.filter(Boolean).length;
}

const discard = (token = author.token) => functions.call('media.discard', { mediaId }, token);

it('takes back a photo that nothing shows, with all its files, once and again', async () => {
  expect(await filesLeft()).toBeGreaterThan(2);
  await discard();
  expect((await store.findMany([mediaId])).size).toBe(0);
  expect(await filesLeft()).toBe(0);
  expect(await discard()).toEqual({});
});

it('leaves what something shows', async () => {
  await inTransaction((tx) => store.markUsed([mediaId], tx));
  await discard();
  expect((await store.findMany([mediaId])).size).toBe(1);
  expect(await filesLeft()).toBeGreaterThan(2);
});

it('leaves what somebody else brought', async () => {
  const { token } = await functions.call('account.demoSignIn', { persona: 'admin' });
  await discard(token);
  expect((await store.findMany([mediaId])).size).toBe(1);
  expect(await filesLeft()).toBeGreaterThan(2);
});
