/** 核验 and 重算 without the time limit of a function. */
import { parseArgs } from 'node:util';
import * as database from '../cloudfunctions/store/database';
import * as groups from '../cloudfunctions/store/groups';
import * as pointsFreeze from '../cloudfunctions/store/points-freeze';
import { recount } from '../cloudfunctions/store/points-recount';
import { readable, verifyTown } from '../cloudfunctions/store/points-verify';
import * as representatives from '../cloudfunctions/store/representatives';
import { databaseError } from './start-error';

const USAGE = `用法：npm run points -- verify [--uri 数据库地址]    核验：每条积分明细有没有被改动
      npm run points -- rebuild [--uri 数据库地址]   重算：由明细重新合计，不一致的改正过来

数据库地址是 npm start 显示的“数据库”一行（mongodb://127.0.0.1:…），或您的 MongoDB；不写时用环境变量 MONGODB_URI。`;

const MOST_SHOWN = 100;

/** Says what it found; whether all was well. */
async function verify(): Promise<boolean> {
  const { checked, chains, fault } = await verifyTown();
  if (fault) {
    const name = (await representatives.find(fault.representativeId))?.name ?? fault.representativeId;
    console.log(`核验不通过：${name}（${fault.representativeId}）第 ${fault.seq} 条：${fault.what}`);
    return false;
  }
  console.log(`核验通过：${chains} 位代表的 ${checked} 条明细没有被改动。`);
  console.log(`全镇校验码：${pointsFreeze.townHash(await pointsFreeze.allHeads())}`);
  return true;
}

async function rebuild(): Promise<boolean> {
  const { entries, found, differences } = await recount(MOST_SHOWN);
  const people = await representatives.listByIds([...new Set(differences.map(({ ownerId }) => ownerId))]);
  const names = new Map([...(await groups.namesById()), ...people.map(({ _id, name }) => [_id, name] as const)]);
  for (const difference of differences) {
    const { what, kept, counted } = readable(difference);
    const name = names.get(difference.ownerId) ?? difference.ownerId;
    console.log(`${name} ${difference.period} ${what}：原为 ${kept}，已改为 ${counted}`);
  }
  console.log(found === 0 ? `重算一致：${entries} 条明细。` : `重算 ${entries} 条明细，改正了 ${found} 处。`);
  return found === 0;
}

const commands = { verify, rebuild } as const;
const isCommand = (word: string | undefined): word is keyof typeof commands =>
  word !== undefined && Object.hasOwn(commands, word);

/** 0: all was well; 1: something was not; 2: it could not be done. */
export async function main(args: readonly string[]): Promise<number> {
  const options = { uri: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [command, ...rest] = positionals;
  const uri = values.uri ?? process.env.MONGODB_URI;
  if (!isCommand(command) || rest.length > 0 || !uri) {
    console.error(USAGE);
    return 2;
  }
  await database.open(uri).catch((error: unknown) => {
    throw databaseError(uri, error);
  });
  try {
    return (await commands[command]()) ? 0 : 1;
  } finally {
    await database.close();
  }
}
