import { serveWechat } from '../host/wechat-entry';
import { duty } from './use-cases';

export const main = serveWechat(duty);
