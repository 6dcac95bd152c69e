import { serveWechat } from '../host/wechat-entry';
import { account } from './use-cases';

export const main = serveWechat(account);
