/** What `npm start` can be told. Imports no package: it runs before they are installed. */
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { SetupError } from '../config/setup.mjs';

const DEFAULT_PORT = 5180;
const DEFAULT_DIRECTORY = 'data';

export const usage = `用法：npm start -- [选项]

  --port P     网页和接口的端口，默认 ${DEFAULT_PORT}；0 表示任选一个空闲端口
  --data DIR   存放全部数据的文件夹，默认 ./${DEFAULT_DIRECTORY}；新文件夹会装入示例镇
  --empty      新文件夹不装入示例镇
  --no-demo    关闭演示登录；还没有管理员时，启动会给出一个一次性管理员邀请码
  --host H     监听的地址，默认 127.0.0.1；换成其他地址时演示登录自动关闭
  --url U      居民打开网页的地址，印在海报的二维码里，如 https://wish.example.cn；默认是监听的地址
  --help       显示这段说明

环境变量 MONGODB_URI 指定外部 MongoDB 服务器；不设置则使用内置数据库。`;

const flags = /** @type {const} */ ({
  port: { type: 'string' },
  data: { type: 'string' },
  host: { type: 'string' },
  url: { type: 'string' },
  empty: { type: 'boolean' },
  'no-demo': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
});

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: flags, allowPositionals: true });
  } catch {
    const missing = args.findIndex((arg, index) => needsValue(arg) && (args[index + 1] ?? '--').startsWith('--'));
    if (missing >= 0) throw new SetupError(`选项 ${args[missing]} 后面要写一个值；用 --help 查看用法。`);
    const unknown = args.find((arg) => arg.startsWith('-') && !isFlag(arg)) ?? args.join(' ');
    throw new SetupError(`不认识的选项 ${unknown}；用 --help 查看用法。`);
  }
}

/** @param {string} arg */
const needsValue = (arg) => ['--port', '--data', '--host', '--url'].includes(arg);

/** @param {string} arg */
const isFlag = (arg) =>
  arg === '-h' || (arg.startsWith('--') && Object.hasOwn(flags, arg.slice(2).split('=')[0] ?? ''));

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined) return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new SetupError(`端口应为 0 到 65535 的整数，而不是“${text}”。`);
}

/** @param {string | undefined} text */
function readUrl(text) {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^https?:[^?#]+$/i.test(text)) {
    throw new SetupError(`--url 应是完整的网址，如 https://wish.example.cn，而不是“${text}”。`);
  }
  return new URL(text).href.replace(/\/+$/, '');
}

/**
 * @param {string[]} args
 * @returns {{ help: boolean, port: number, directory: string, empty: boolean, demo: boolean, address: string, url: string | undefined }}
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  if (positionals.length > 0) throw new SetupError(`不认识的选项 ${positionals[0]}；用 --help 查看用法。`);
  return {
    help: values.help === true,
    port: readPort(values.port),
    directory: path.resolve(process.cwd(), values.data ?? DEFAULT_DIRECTORY),
    empty: values.empty === true,
    demo: values['no-demo'] !== true,
    address: values.host ?? '127.0.0.1',
    url: readUrl(values.url),
  };
}
