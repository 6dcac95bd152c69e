/** Photos as phones and programs really make them: taken, upright, in the right colours, and silent about themselves. */
import { account } from '../../../cloudfunctions/account/use-cases';
import { media } from '../../../cloudfunctions/media/use-cases';
import * as store from '../../../cloudfunctions/store/media';
import * as odd from '../../fixtures/odd-images';
import { startFunctions, type Functions } from '../../support/functions';
import { signInAs, type Person } from '../../support/town';
import { aPicture, upload } from '../../support/uploads';

let functions: Functions;
let resident: Person;
beforeAll(async () => {
  functions = await startFunctions([account, media]);
  resident = await signInAs(functions, 'resident');
});
afterAll(() => functions.close());

async function accepted(bytes: Buffer): Promise<string> {
  const { answer } = await upload(functions, resident, bytes);
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.data as { mediaId: string }).mediaId;
}

const stored = async (key: string): Promise<Buffer> => (await functions.host.files.get(key)).bytes;

/** Every file that is kept of a photo; a WebP that would not be smaller is not. */
async function filesOf(id: string): Promise<Buffer[]> {
  const keys = store.keysOf({ _id: id, kind: 'image' });
  const there = await Promise.all(keys.map((key) => functions.host.files.has(key)));
  return Promise.all(keys.filter((_key, index) => there[index]).map(stored));
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns EXIF orientation %i upright, in every rendition', async (orientation) => {
  const id = await accepted(await odd.photoTurned(orientation));
  const files = await filesOf(id);
  expect(await Promise.all(files.map(odd.quartersOf))).toEqual(files.map(() => 'RGBW'));
  expect((await store.findMany([id])).get(id)).toMatchObject({ width: 80, height: 48 });
});

it.each([
  ['CMYK', odd.cmykPhoto, 'RGBW'],
  ['progressive JPEG', odd.progressivePhoto, 'RGBW'],
  ['Ultra HDR', odd.ultraHdrPhoto, 'RGBW'],
  ['16-bit PNG', odd.deepPng, 'RGBW'],
  ['palette PNG', odd.palettePng, 'RGBW'],
  ['animated PNG', odd.animatedPng, 'RGBW'],
  ['animated WebP', odd.animatedWebp, 'RGBW'],
  ['a file that is a page, a PDF and a ZIP too', odd.polyglot, 'RGBW'],
])('takes %s, the first picture of it', async (_kind, make, quarters) => {
  const files = await filesOf(await accepted(await make()));
  expect(await Promise.all(files.map(odd.quartersOf))).toEqual(files.map(() => quarters));
});

it('takes a grey photo, one pixel, and a line of five thousand', async () => {
  await accepted(await odd.greyPhoto());
  const sizes = [];
  for (const [width, height] of [[1, 1] as const, [1, 5000] as const, [5000, 1] as const]) {
    const id = await accepted(await aPicture(width, height).png().toBuffer());
    const doc = (await store.findMany([id])).get(id);
    sizes.push([doc?.width, doc?.height]);
  }
  expect(sizes).toEqual([
    [1, 1],
    [1, 1600],
    [1600, 1],
  ]);
});

it('keeps not a word of what a photo says of itself', async () => {
  const photo = await odd.talkativePhoto();
  const secrets = ['SecretPhone', 'SecretPlace', 'SecretCap', 'SecretIndex', 'SecretComment', 'SecretTrailer'];
  expect(secrets.filter((secret) => !photo.includes(secret))).toEqual([]);
  const markers = [
    'Secret',
    'Exif',
    'http://ns.adobe',
    'Photoshop',
    '8BIM',
    'MPF',
    'ICC_PROFILE',
    'GPS',
    'script',
    'PK',
  ];
  for (const bytes of [photo, await odd.ultraHdrPhoto(), await odd.polyglot()]) {
    const files = await filesOf(await accepted(bytes));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect(markers.filter((marker) => file.includes(marker))).toEqual([]);
  }
});

it('makes the small sizes once more as WebP, and sweeps them away with the rest', async () => {
  const id = await accepted(await aPicture(900, 600).jpeg().toBuffer());
  const [small, middle] = await Promise.all([stored(store.webpKey(id, 240)), stored(store.webpKey(id, 720))]);
  expect([small, middle].map((bytes) => bytes.toString('latin1', 8, 12))).toEqual(['WEBP', 'WEBP']);
  expect(small.length).toBeLessThan((await stored(store.imageKey(id, 240))).length);
  expect(store.keysOf({ _id: id, kind: 'image' })).toEqual(
    expect.arrayContaining([store.webpKey(id, 240), store.webpKey(id, 720)]),
  );
});
