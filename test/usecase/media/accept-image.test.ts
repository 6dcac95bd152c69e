import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { account } from '../../../cloudfunctions/account/use-cases';
import { media } from '../../../cloudfunctions/media/use-cases';
import * as store from '../../../cloudfunctions/store/media';
import { startFunctions, type Functions } from '../../support/functions';
import { aPicture, upload, type Uploader } from '../../support/uploads';

let functions: Functions;
let resident: Uploader;
beforeAll(async () => {
  functions = await startFunctions([account, media]);
  const { token, me } = await functions.call('account.demoSignIn', { persona: 'resident' });
  resident = { accountId: me.accountId, token };
});
afterAll(() => functions.close());

/** The id of what was taken in. */
async function accepted(bytes: Buffer): Promise<string> {
  const { answer } = await upload(functions, resident, bytes);
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.data as { mediaId: string }).mediaId;
}

const rendition = async (id: string, size: store.Rendition): Promise<Buffer> =>
  (await functions.host.files.get(store.imageKey(id, size))).bytes;

/** Where in a picture `bytes` the colour is, to see which way up it is. */
async function corner(bytes: Buffer): Promise<'red' | 'blue'> {
  const { data } = await sharp(bytes).extract({ left: 2, top: 2, width: 1, height: 1 }).raw().toBuffer({
    resolveWithObject: true,
  });
  return (data[0] ?? 0) > (data[2] ?? 0) ? 'red' : 'blue';
}

it('makes three sizes, keeps the shape and tells the largest one’s box', async () => {
  const id = await accepted(await aPicture(2400, 1200).jpeg().toBuffer());
  for (const [size, height] of [
    [240, 120],
    [720, 360],
    [1600, 800],
  ] as const) {
    expect(await sharp(await rendition(id, size)).metadata()).toMatchObject({ format: 'jpeg', width: size, height });
  }
  const doc = (await store.findMany([id])).get(id);
  expect(doc).toMatchObject({ kind: 'image', accountId: resident.accountId, used: false, width: 1600, height: 800 });
});

it('does not enlarge a small picture', async () => {
  const id = await accepted(await aPicture(100, 60).jpeg().toBuffer());
  expect(await sharp(await rendition(id, 1600)).metadata()).toMatchObject({ width: 100, height: 60 });
});

it('answers the link of the middle size', async () => {
  const { answer } = await upload(functions, resident, await aPicture().jpeg().toBuffer());
  expect(answer).toMatchObject({
    ok: true,
    data: { url: expect.stringMatching(/^\/files\/images\/[\w-]{12}-720\.jpg$/) },
  });
});

it('strips camera, place and everything else that the file said of itself', async () => {
  const withPlace = await aPicture()
    .withExif({
      IFD0: { Make: 'Secretphone', Artist: 'Wang' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '119/1 1/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>Liusheng</place></x:xmpmeta>')
    .jpeg()
    .toBuffer();
  const before = await sharp(withPlace).metadata();
  expect(before.exif?.includes('Secretphone')).toBe(true);
  const id = await accepted(withPlace);
  for (const size of store.renditions) {
    const bytes = await rendition(id, size);
    const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, comments }).toEqual({});
    expect(bytes.includes('Secretphone') || bytes.includes('Liusheng') || bytes.includes('Exif')).toBe(false);
  }
});

it('turns a picture upright as its EXIF asks', async () => {
  const blueBelowRed = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .composite([{ input: { create: { width: 60, height: 20, channels: 3, background: 'blue' } }, left: 0, top: 20 }])
    .jpeg()
    .withMetadata({ orientation: 3 })
    .toBuffer();
  const id = await accepted(blueBelowRed);
  expect(await corner(await rendition(id, 1600))).toBe('blue');
  const sideways = await accepted(await aPicture(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer());
  expect(await sharp(await rendition(sideways, 1600)).metadata()).toMatchObject({ width: 40, height: 60 });
});

it.each(['png', 'webp'] as const)('takes %s, with white where it was transparent', async (format) => {
  const clear = sharp({ create: { width: 80, height: 60, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const id = await accepted(await clear.toFormat(format).toBuffer());
  const [red, green, blue] = await sharp(await rendition(id, 240))
    .raw()
    .toBuffer();
  expect([red, green, blue].every((value) => (value ?? 0) > 250)).toBe(true);
});

it('takes HEIC, as phones from Apple send it', async () => {
  const id = await accepted(await readFile(join(__dirname, '../../fixtures/blue.heic')));
  expect(await sharp(await rendition(id, 1600)).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
  expect(await corner(await rendition(id, 1600))).toBe('blue');
});

it.each([
  ['JPEG', async () => (await aPicture(800, 600).jpeg().toBuffer()).subarray(0, 1500)],
  [
    'PNG',
    async () =>
      (
        await sharp({
          create: {
            width: 400,
            height: 300,
            channels: 3,
            background: 'red',
            noise: { type: 'gaussian', mean: 128, sigma: 30 },
          },
        })
          .png()
          .toBuffer()
      ).subarray(0, 20_000),
  ],
  [
    'WebP',
    async () =>
      (
        await sharp({
          create: {
            width: 400,
            height: 300,
            channels: 3,
            background: 'red',
            noise: { type: 'gaussian', mean: 128, sigma: 30 },
          },
        })
          .webp()
          .toBuffer()
      ).subarray(0, 2000),
  ],
  ['HEIC', async () => (await readFile(join(__dirname, '../../fixtures/blue.heic'))).subarray(0, 460)],
])('refuses a %s that was cut off, and keeps nothing of it', async (_name, bytes) => {
  const { answer, fileId } = await upload(functions, resident, await bytes());
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', message: expect.stringContaining('照片打不开') },
  });
  await expect(functions.host.files.getUpload(fileId, resident.accountId, 1e9)).rejects.toThrow('没有找到');
});

it('refuses what only claims to be a picture', async () => {
  const script = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from('<script>alert(1)</script>'.repeat(20)),
  ]);
  for (const bytes of [
    script,
    Buffer.from('\x89PNG\r\n\x1a\n but no more than that'),
    Buffer.from('GIF89a'.padEnd(64)),
  ]) {
    const { answer } = await upload(functions, resident, bytes);
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  }
});

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of a few kilobytes that unpacks to `side` × `side` pixels. */
function pixelBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

it('refuses a small file that unpacks to a hundred megapixels, without unpacking it', async () => {
  const bomb = pixelBomb(16_000);
  expect(bomb.length).toBeLessThan(100_000);
  const { answer } = await upload(functions, resident, bomb);
  expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT', message: expect.stringContaining('尺寸太大') } });
});

it('refuses a file over ten megabytes', async () => {
  const { answer } = await upload(functions, resident, Buffer.alloc(10 * 1024 * 1024 + 1, 0xff));
  expect(answer).toMatchObject({ error: { code: 'TOO_LARGE' } });
});

it('deletes the original once its renditions are made', async () => {
  const { fileId } = await upload(functions, resident, await aPicture().jpeg().toBuffer());
  await expect(functions.host.files.getUpload(fileId, resident.accountId, 1e9)).rejects.toThrow('没有找到');
  expect(await functions.refusal('media.accept', { fileId }, resident.token)).toBe('NOT_FOUND');
});

it('takes an account’s own uploads only: no stored file, nobody else’s, nothing outside', async () => {
  const id = await accepted(await aPicture().jpeg().toBuffer());
  const stranger = await functions.call('account.demoSignIn', { persona: 'admin' });
  const theirs = `uploads/${stranger.me.accountId}/secret`;
  await functions.host.files.put(theirs, await aPicture().jpeg().toBuffer(), 'image/jpeg');
  const own = `uploads/${resident.accountId}`;
  for (const fileId of [
    store.imageKey(id, 240),
    theirs,
    `${own}/../../keys.json`,
    `${own}/../${stranger.me.accountId}/secret`,
    'keys.json',
  ]) {
    expect(await functions.refusal('media.accept', { fileId }, resident.token)).toBe('NOT_FOUND');
  }
  expect((await rendition(id, 240)).length).toBeGreaterThan(0);
  expect((await functions.host.files.get(theirs)).bytes.length).toBeGreaterThan(0);
});

it('asks for a sign-in', async () => {
  expect(await functions.refusal('media.accept', { fileId: 'uploads/x/y' })).toBe('UNAUTHENTICATED');
});
