import { serveWechatTimer } from '../host/wechat-entry';
import { runJobs } from './run-jobs';
import { clock } from './use-cases';

export const main = serveWechatTimer(clock, runJobs);
