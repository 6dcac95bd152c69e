import Taro, { useShareAppMessage } from '@tarojs/taro';
import { toast } from './toast';
import { isH5 } from './transport';

export interface ShareCard {
  title: string;
  /** '/pages/wish-detail/index?id=…' */
  path: string;
  image?: string | undefined;
}

/** The page's share card in WeChat; what it returns is for the share button on H5, where WeChat's does not exist. */
export function useShare({ title, path, image }: ShareCard): () => Promise<void> {
  useShareAppMessage(() => ({ title, path, ...(image ? { imageUrl: image } : {}) }));
  return () => (isH5 ? shareLink(title, path) : Promise.resolve());
}

/**
 * For a page of many things: `cardOf` is given the id of the share button that was pressed in WeChat, or null when the
 * page's own menu was used. What it returns is for the buttons on H5.
 */
export function useShareOfMany(cardOf: (buttonId: string | null) => ShareCard): (card: ShareCard) => Promise<void> {
  useShareAppMessage(({ target }) => {
    const { title, path, image } = cardOf(buttonIdOf(target));
    return { title, path, ...(image ? { imageUrl: image } : {}) };
  });
  return ({ title, path }) => (isH5 ? shareLink(title, path) : Promise.resolve());
}

const buttonIdOf = (target: unknown): string | null =>
  typeof target === 'object' && target !== null && 'id' in target && typeof target.id === 'string' ? target.id : null;

async function shareLink(title: string, path: string): Promise<void> {
  const url = `${location.origin}${location.pathname}#${path}`;
  if (typeof navigator.share === 'function') {
    try {
      return await navigator.share({ title, url });
    } catch (error) {
      // Closing the share sheet is no failure; anything else leaves the clipboard.
      if (error instanceof Error && error.name === 'AbortError') return;
    }
  }
  await Taro.setClipboardData({ data: `${title} ${url}` });
  toast('链接已复制，可以粘贴到微信群里');
}
