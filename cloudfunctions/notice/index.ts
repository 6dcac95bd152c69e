import { serveWechat } from '../host/wechat-entry';
import { notice } from './use-cases';

export const main = serveWechat(notice);
