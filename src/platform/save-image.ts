import Taro from '@tarojs/taro';
import type { Chosen } from './chosen';
import { download } from './save-file';

/** `refused`: WeChat may not write into the album, until the person says otherwise in its settings. */
export type Saving = 'saved' | 'refused' | 'cancelled' | 'failed';

/** Into the album in WeChat; on H5 a download under this name. */
export async function saveImage(chosen: Chosen, name: string): Promise<Saving> {
  if (chosen.kind === 'file') {
    const url = URL.createObjectURL(chosen.file);
    download(url, name);
    // The browser reads it a moment after the click.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return 'saved';
  }
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: chosen.path });
    return 'saved';
  } catch (error) {
    const said = error instanceof Error ? error.message : JSON.stringify(error);
    if (/auth|permission|privacy/i.test(said)) return 'refused';
    return /cancel/i.test(said) ? 'cancelled' : 'failed';
  }
}

/** Where the leave for the album is given; only from a press. */
export async function openAlbumSetting(): Promise<void> {
  try {
    await Taro.openSetting();
  } catch {
    // Left again: nothing has changed.
  }
}
