/**
 * WeChat's subscription messages: one for each leave that the person gave. WISH_NOTICE_TEMPLATE is the template's id,
 * and behind colons the names of its two fields where they are not thing1 (what) and time2 (when): '<id>:thing4:time7'.
 */
import { chineseDate, shanghaiMinute } from '../../domain/time';
import type { Host, PushedNotice } from './host';

/** WeChat refuses longer values of a field of the kind 'thing'. */
const MOST_OF_A_THING = 20;

interface Template {
  id: string;
  thing: string;
  time: string;
}

export function noticeTemplate(): Template | null {
  const [id, thing = 'thing1', time = 'time2'] = process.env.WISH_NOTICE_TEMPLATE?.trim().split(':') ?? [];
  return id ? { id, thing, time } : null;
}

/** '2026年6月1日 08:00', as WeChat wants a time. */
const whole = (at: Date): string => `${chineseDate(at)} ${shanghaiMinute(at).slice(-5)}`;

/** subscribeMessage.send of WeChat's SDK: throws what WeChat refuses. */
export type SendMessage = (message: Record<string, unknown>) => Promise<unknown>;

export function notifyBy(send: SendMessage, log: Host['log']): Host['notify'] {
  return async (openId, { text, at, page }: PushedNotice) => {
    const template = noticeTemplate();
    if (!template) return false;
    const values = { [template.thing]: text.slice(0, MOST_OF_A_THING), [template.time]: whole(at) };
    try {
      await send({
        touser: openId,
        templateId: template.id,
        page,
        data: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value }])),
      });
      return true;
    } catch (error) {
      // 43101: no leave, or it is used up. The notice is in the inbox all the same.
      const reason = error instanceof Error ? error.message : JSON.stringify(error);
      log('info', { host: 'wechat', channel: 'subscribeMessage', reason });
      return false;
    }
  };
}
