import { serveWechat } from '../host/wechat-entry';
import { points } from './use-cases';

export const main = serveWechat(points);
