import { serveWechat } from '../host/wechat-entry';
import { campaign } from './use-cases';

export const main = serveWechat(campaign);
