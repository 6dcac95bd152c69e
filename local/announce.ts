/** What a start ends with: where it runs, and who one can be there. */
import { demoPerson } from '../cloudfunctions/account/demo-person';
import { roles } from '../domain/caller';
import { roleLabels } from '../domain/labels';
import type { StartOptions, Terminal } from './start-options';

export interface Running {
  options: StartOptions;
  /** Whether demo sign-in is really on. */
  demo: boolean;
  /** The gateway's. */
  port: number;
  /** The database's address, without a password. */
  databaseUri: string;
  /** For the first administrator, where there is none yet. */
  invite: string | null;
}

const isEverywhere = (address: string): boolean => address === '0.0.0.0' || address === '::';

/** The one that people were told, or one that a browser on this machine understands. */
export function urlOf({ options: { address, url }, port }: Pick<Running, 'options' | 'port'>): string {
  const host = isEverywhere(address) ? '127.0.0.1' : address;
  return `${url ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`}/`;
}

/** Who can be signed in as; a town without a roster has no representatives yet. */
async function personas(): Promise<string> {
  const known: string[] = [];
  for (const role of roles) {
    const person = await demoPerson(role, undefined).catch(() => null);
    if (!person) continue;
    const label = roleLabels[role];
    known.push(person.name === label ? label : `${label}（${person.name}）`);
  }
  return known.join('、');
}

export async function announce(running: Running, { say }: Terminal): Promise<void> {
  const { options, demo, databaseUri, invite } = running;
  say('');
  say(`数据文件夹  ${options.directory}`);
  say(`数据库      ${databaseUri}`);
  if (demo) say(`演示身份    ${await personas()}；在“我的”页里切换`);
  if (!demo && options.demo) say(`演示登录    已关闭，因为监听的 ${options.address} 不是本机地址`);
  if (invite !== null) say(`管理员邀请码  ${invite}（7 天内有效，只能用一次，在“我的”页里输入）`);
  say(`打开网址    ${urlOf(running)}`);
  say('按 Ctrl-C 结束。');
}
