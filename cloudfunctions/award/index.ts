import { serveWechat } from '../host/wechat-entry';
import { award } from './use-cases';

export const main = serveWechat(award);
