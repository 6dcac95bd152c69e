import { shanghaiMinute } from './time';

/** What somebody reads who acted on `thing` as it no longer is: who moved it first, when, and to what. */
export const staleText = (thing: string, last?: { who: string; what: string; at: Date }): string =>
  last
    ? `${last.who}在${shanghaiMinute(last.at)}更新了${thing}（${last.what}），请刷新后再操作`
    : `${thing}刚刚有了变化，请刷新后再操作`;
