import Taro from '@tarojs/taro';
import { chooseFiles } from './choose-files';
import { isH5 } from './transport';
import type { Chosen } from './chosen';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ChosenSheet {
  name: string;
  chosen: Chosen;
}

/** A spreadsheet from the computer, or from a WeChat chat; null when the person changed their mind. */
export async function chooseSheet(): Promise<ChosenSheet | null> {
  if (isH5) {
    const [chosen] = await chooseFiles({ accept: `.xlsx,${XLSX_TYPE}`, count: 1 });
    return chosen?.kind === 'file' ? { name: chosen.file.name, chosen } : null;
  }
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] });
    const [file] = tempFiles;
    return file ? { name: file.name, chosen: { kind: 'path', path: file.path } } : null;
  } catch {
    return null;
  }
}
