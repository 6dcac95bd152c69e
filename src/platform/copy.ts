import Taro from '@tarojs/taro';
import { toast } from './toast';

export async function copyText(text: string, said: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
    toast(said);
  } catch {
    toast('没有复制成功，请按住文字手动选中后复制');
  }
}
