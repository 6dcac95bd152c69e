import { serveWechat } from '../host/wechat-entry';
import { honour } from './use-cases';

export const main = serveWechat(honour);
