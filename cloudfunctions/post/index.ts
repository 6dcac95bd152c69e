import { serveWechatEvents } from '../host/wechat-entry';
import { takeEvent } from './take-event';
import { post } from './use-cases';

export const main = serveWechatEvents(post, takeEvent);
