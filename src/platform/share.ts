import Taro, { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { toast } from './toast';
import { isH5 } from './transport';

export interface ShareCard {
  title: string;
  /** '/pages/wish-detail/index?id=…' */
  path: string;
  image?: string | undefined;
  /**
   * A better picture that has to be made first. WeChat waits three seconds for it, so it must have answered by then,
   * if only with a plainer one; when it fails, `image` it is.
   */
  draw?: (() => Promise<string>) | undefined;
}

interface Message {
  title: string;
  path: string;
  imageUrl: string;
}

/**
 * For a card without a picture of its own. WeChat would photograph the page otherwise, and a representative's page shows
 * more than the group may see.
 */
export const PLAIN_PICTURE = '/assets/share/card.jpg';

function messageOf({ title, path, image = PLAIN_PICTURE, draw }: ShareCard): Message & { promise?: Promise<Message> } {
  const plain = { title, path, imageUrl: image };
  if (!draw) return plain;
  const drawn = draw().then(
    (imageUrl) => ({ title, path, imageUrl }),
    () => plain,
  );
  return { ...plain, promise: drawn };
}

/** The page's share card in WeChat; what it returns is for the share button on H5, where WeChat's does not exist. */
export function useShare(card: ShareCard): () => Promise<void> {
  useTicketedCards();
  useShareAppMessage(() => messageOf(card));
  return () => (isH5 ? shareLink(card) : Promise.resolve());
}

/**
 * For a page of many things: `cardOf` is given the id of the share button that was pressed in WeChat, or null when the
 * page's own menu was used. What it returns is for the buttons on H5.
 */
export function useShareOfMany(cardOf: (buttonId: string | null) => ShareCard): (card: ShareCard) => Promise<void> {
  useTicketedCards();
  useShareAppMessage(({ target }) => messageOf(cardOf(buttonIdOf(target))));
  return (card) => (isH5 ? shareLink(card) : Promise.resolve());
}

/** Only from a card with a ticket does WeChat say in which group it was opened. */
function useTicketedCards(): void {
  useDidShow(() => {
    if (!isH5) void Taro.showShareMenu({ withShareTicket: true });
  });
}

const buttonIdOf = (target: unknown): string | null =>
  typeof target === 'object' && target !== null && 'id' in target && typeof target.id === 'string' ? target.id : null;

async function shareLink({ title, path }: ShareCard): Promise<void> {
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
