import { serveWechat } from '../host/wechat-entry';
import { report } from './use-cases';

export const main = serveWechat(report);
