import { serveWechat } from '../host/wechat-entry';
import { wish } from './use-cases';

export const main = serveWechat(wish);
