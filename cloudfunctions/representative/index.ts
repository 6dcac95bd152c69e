import { serveWechat } from '../host/wechat-entry';
import { representative } from './use-cases';

export const main = serveWechat(representative);
