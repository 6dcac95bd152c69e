import { serveWechat } from '../host/wechat-entry';
import { dossier } from './use-cases';

export const main = serveWechat(dossier);
