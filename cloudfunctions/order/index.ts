import { serveWechat } from '../host/wechat-entry';
import { order } from './use-cases';

export const main = serveWechat(order);
