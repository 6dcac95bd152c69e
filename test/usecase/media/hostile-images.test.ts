/** Files that are meant to break a server, or are broken: refused in a sentence, and nobody else waits for it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { account } from '../../../cloudfunctions/account/use-cases';
import { countScans, MAX_SCANS } from '../../../cloudfunctions/media/count-scans';
import { media } from '../../../cloudfunctions/media/use-cases';
import * as odd from '../../fixtures/odd-images';
import { startFunctions, type Functions } from '../../support/functions';
import { signInAs, type Person } from '../../support/town';
import { upload } from '../../support/uploads';

let functions: Functions;
let resident: Person;
let heic: Buffer;
let whole: Awaited<ReturnType<typeof odd.wholePhotos>>;
beforeAll(async () => {
  functions = await startFunctions([account, media]);
  resident = await signInAs(functions, 'resident');
  heic = await readFile(join(__dirname, '../../fixtures/blue.heic'));
  whole = await odd.wholePhotos();
});
afterAll(() => functions.close());

/** The sentence that the file is refused with; throws when it is not, or with another code. */
async function refusal(bytes: Buffer): Promise<string> {
  const { answer } = await upload(functions, resident, bytes);
  if (answer.ok) throw new Error('the file was taken');
  expect(answer.error.code).toBe('INVALID_INPUT');
  return answer.error.message;
}

/** 'taken', or the sentence. */
async function outcome(bytes: Buffer): Promise<string> {
  const { answer } = await upload(functions, resident, bytes);
  if (answer.ok) return 'taken';
  expect(answer.error.code).toBe('INVALID_INPUT');
  return answer.error.message;
}

it.each(['jpeg', 'progressive', 'png', 'webp'] as const)(
  'refuses a %s that was cut off, wherever that was',
  async (kind) => {
    const bytes = whole[kind];
    for (const part of [0.02, 0.1, 0.5, 0.9, 0.99]) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * part)))).toContain('照片打不开');
    }
    expect(await outcome(bytes)).toBe('taken');
  },
);

it('refuses a HEIC that was cut off', async () => {
  for (const left of [40, 200, heic.length - 20]) {
    expect(await refusal(heic.subarray(0, left))).toContain('照片打不开');
  }
});

it('refuses what unpacks to more pixels than there are in any phone, without unpacking it', async () => {
  const bombs = [
    odd.pngOf(50_000, false),
    odd.pngOf(16_000, true),
    await odd.boastfulJpeg(65_500),
    odd.boastfulHeic(heic),
  ];
  for (const bomb of bombs) expect(await refusal(bomb)).toContain('尺寸太大');
  // More than JPEG readers count to.
  expect(await refusal(await odd.boastfulJpeg(65_535))).toContain('照片打不开');
});

it('refuses a JPEG that would draw itself over and over, and takes one that does so within reason', async () => {
  const bomb = odd.scanBomb(8000, 13);
  expect([bomb.length < 300_000, countScans(bomb)]).toEqual([true, 1 + 63 * 14]);
  expect(await refusal(bomb)).toContain('照片打不开');
  expect(await outcome(odd.scanBomb(64, 0))).toBe('taken');
  expect(countScans(whole.progressive)).toBeLessThan(MAX_SCANS / 4);
  expect(countScans(Buffer.concat([whole.jpeg, bomb]))).toBe(1);
});

it('refuses a WebP that lies about its size', async () => {
  for (const lie of await odd.lyingWebps()) expect(await refusal(lie)).toMatch(/照片打不开|尺寸太大/);
});

it.each(['zTXt', 'iTXt'] as const)('does not choke on a %s of 80 megabytes beside the picture', async (kind) => {
  expect(await outcome(await odd.textBomb(kind))).toMatch(/taken|照片打不开/);
});

it('refuses what is no photo, whatever it is called', async () => {
  for (const bytes of Object.values(await odd.strangers())) {
    expect(await refusal(bytes)).toMatch(/只能上传照片|照片打不开|表格/);
  }
});

it('has no loader for anything but photos, even where a file looks like one', async () => {
  await expect(
    sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')).metadata(),
  ).rejects.toThrow('unsupported');
});

it('answers others while it is busy with pictures that take long', async () => {
  const large = odd.pngOf(8000, true);
  const finished: string[] = [];
  const pictures = [1, 2, 3].map(async (number) => {
    await upload(functions, resident, large);
    finished.push(`picture ${number}`);
  });
  for (let call = 1; call <= 8; call += 1) {
    await functions.call('account.me', {}, resident.token);
    finished.push('call');
  }
  await Promise.all(pictures);
  expect(finished.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'call'));
});

it('gives a picture or a refusal for any damage to any byte', async () => {
  const small = await Promise.all([
    odd.upright().jpeg().toBuffer(),
    odd.upright().jpeg({ progressive: true }).toBuffer(),
    odd.upright().png().toBuffer(),
    odd.upright().webp().toBuffer(),
    odd.animatedWebp(),
  ]);
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...small), damage, async (bytes, changes) => {
      const damaged = Buffer.from(bytes);
      for (const [at, value] of changes) damaged[at % damaged.length] = value;
      await outcome(damaged);
    }),
    { numRuns: 60 },
  );
});

it('goes on after all of that', async () => {
  expect(await outcome(whole.jpeg)).toBe('taken');
});
