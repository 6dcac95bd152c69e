/** media: photos and spreadsheets on their way in. */
import { z } from 'zod';
import { action } from './action';
import { Empty, Id } from './shapes';

export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;
export const MAX_SHEET_BYTES = 5 * 1024 * 1024;

/**
 * Takes a file that the platform already holds (cloud storage, or the gateway's POST /media), looks at its bytes,
 * strips EXIF and GPS, turns it upright, makes 240 and 720 pixel renditions, and deletes the original.
 */
export const accept = action({
  access: 'signedIn',
  input: z.object({ fileId: z.string('缺少文件').min(1, '缺少文件').max(500, '文件标识有误') }),
  output: z.object({ mediaId: Id, url: z.string() }),
});

/**
 * Takes back a photo of one's own that nothing shows, such as the one that has just been blurred: at once, instead of a
 * day later. What is used, somebody else's or gone already stays as it is, and that is no error.
 */
export const discard = action({
  access: 'signedIn',
  input: z.object({ mediaId: Id }),
  output: Empty,
});
