/** In which WeChat group a page was opened: what WeChat says of it, to be read by the server. */
import Taro from '@tarojs/taro';
import { isH5 } from './transport';

/** 群聊会话、带 shareTicket 的卡片、群工具、群待办、群公告: the ways in from a group. */
const groupScenes = new Set([1008, 1044, 1158, 1160, 1185]);

export interface OpenedPage {
  /** As routes have it. */
  path: string;
  id: string;
  /** What the address says on H5, where there is no WeChat to ask. */
  ticket: string | undefined;
}

/**
 * A ticket that names the group, for this very page: who goes on to another page from it has not opened that one in the
 * group. Null when the page was opened in any other way.
 */
export async function groupTicket({ path, id, ticket }: OpenedPage): Promise<string | null> {
  if (isH5) return ticket === undefined || ticket === '' ? null : ticket;
  const entered = Taro.getEnterOptionsSync();
  if (!groupScenes.has(entered.scene) || `/${entered.path}` !== path || entered.query.id !== id) return null;
  try {
    // Good for five minutes, so it is asked for when it is used.
    const { cloudID } = (await Taro.getGroupEnterInfo()) as Taro.getGroupEnterInfo.SuccessCallbackResult;
    return cloudID ?? null;
  } catch {
    // An older WeChat, or a card that was sent to one person.
    return null;
  }
}
