import Taro from '@tarojs/taro';

/** WeChat keeps at most ten pages on its stack; past that the newest is replaced. */
const MOST_PAGES = 10;

const query = (parameters: Record<string, string>) =>
  Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');

function address(path: string, parameters: Record<string, string>): string {
  const tail = query(parameters);
  return tail === '' ? path : `${path}?${tail}`;
}

/** Opens a page: `open('/pages/wish-detail/index', { id })`. */
export function open(path: string, parameters: Record<string, string> = {}): void {
  const url = address(path, parameters);
  void (Taro.getCurrentPages().length >= MOST_PAGES ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in the place of this one: going back passes it by. */
export function replace(path: string, parameters: Record<string, string> = {}): void {
  void Taro.redirectTo({ url: address(path, parameters) });
}

export function openTab(path: string): void {
  void Taro.switchTab({ url: path });
}

/** Back to where one came from; a page that was opened by its link goes to `home`. */
export function back(home: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab(home);
}
