/** The code of a page on one machine: a QR of its address, since only WeChat can make a mini-program's own code. */
import { toBuffer } from 'qrcode';
import type { CodeTarget } from '../../cloudfunctions/host/host';

const WIDTH = 430;

/** `address` as people reach the server, 'http://192.168.1.5:5180'; the page gets `scene` as WeChat would give it. */
export const qrCode = (address: string, { page, scene }: CodeTarget): Promise<Buffer> =>
  toBuffer(`${address.replace(/\/+$/, '')}/#/${page}?scene=${encodeURIComponent(scene)}`, {
    type: 'png',
    width: WIDTH,
    margin: 2,
    errorCorrectionLevel: 'M',
  });
