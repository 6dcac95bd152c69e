import { serveWechat } from '../host/wechat-entry';
import { post } from './use-cases';

export const main = serveWechat(post);
