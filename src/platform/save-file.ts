import Taro from '@tarojs/taro';
import { unavailable } from './call-error';
import { isH5 } from './transport';

/** What WeChat can show by itself. */
const shown = ['xlsx', 'docx', 'pdf'] as const;

/** Downloads a file on H5; in WeChat opens it, from where it can be sent on or kept. */
export async function saveFile(url: string, name: string): Promise<void> {
  if (isH5) return download(url, name);
  const fileType = shown.find((type) => name.endsWith(`.${type}`));
  try {
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, ...(fileType ? { fileType } : {}), showMenu: true });
  } catch {
    throw unavailable();
  }
}

/** By the browser, under this name. */
export function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
