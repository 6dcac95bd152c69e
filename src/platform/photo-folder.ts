/** On WeChat: photos as files of the mini-program's own, which outlive the temporary ones; what they are is in storage. */
import Taro from '@tarojs/taro';
import { photosLastStore, type KeptFile, type PhotoShelf } from './photo-shelf';
import { read, write } from './storage';

const INDEX = 'photos';

type Index = Record<string, KeptFile>;

function readIndex(): Index {
  const index = read(INDEX);
  return typeof index === 'object' && index !== null ? (index as Index) : {};
}

const pathOf = ({ chosen }: KeptFile): string => (chosen.kind === 'path' ? chosen.path : '');

/** Files in the mini-program's own folder, and no others, are ours to remove. */
const isOurs = (path: string): boolean => path.startsWith(Taro.env.USER_DATA_PATH ?? '?');

const unlink = (filePath: string): Promise<void> =>
  new Promise((resolve) => {
    const done = () => resolve();
    Taro.getFileSystemManager().unlink({ filePath, success: done, fail: done });
  });

/** Answers the path to keep: WeChat allows 200 MB, past which the temporary file must do until the app is closed. */
function intoFolder(key: string, path: string): Promise<string> {
  const extension = /\.[a-z0-9]+$/i.exec(path)?.[0] ?? '';
  // A name of its own each time: a page that shows the earlier one must not show half of this one.
  const destPath = `${Taro.env.USER_DATA_PATH}/${key}-${Date.now().toString(36)}${extension}`;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().copyFile({
      srcPath: path,
      destPath,
      success: () => resolve(destPath),
      fail: () => {
        photosLastStore.set(false);
        resolve(path);
      },
    });
  });
}

export function phoneFolder(): PhotoShelf {
  return {
    async put(file) {
      const path = pathOf(file);
      const kept = isOurs(path) ? path : await intoFolder(file.key, path);
      const before = readIndex()[file.key];
      write(INDEX, { ...readIndex(), [file.key]: { ...file, chosen: { kind: 'path', path: kept } } });
      if (before && pathOf(before) !== kept && isOurs(pathOf(before))) await unlink(pathOf(before));
    },
    get: (key) => Promise.resolve(readIndex()[key] ?? null),
    async remove(key) {
      const { [key]: file, ...others } = readIndex();
      if (!file) return;
      write(INDEX, others);
      if (isOurs(pathOf(file))) await unlink(pathOf(file));
    },
    list: () => Promise.resolve(Object.values(readIndex())),
  };
}
