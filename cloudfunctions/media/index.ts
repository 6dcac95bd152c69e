import { serveWechat } from '../host/wechat-entry';
import { media } from './use-cases';

export const main = serveWechat(media);
