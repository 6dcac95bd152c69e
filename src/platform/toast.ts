import Taro from '@tarojs/taro';

/** A word at the bottom of the page that goes by itself; longer sentences stay longer. */
export function toast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: Math.max(2000, text.length * 150) });
}
