/** `node --import tsx local/db/cli.ts --data DIR --port P`: the embedded database by itself. */
import { parseArgs } from 'node:util';
import { StartError } from './errors';
import { startDatabase } from './server';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string', default: '0' } } });
  if (!values.data) throw new Error('用法：node --import tsx local/db/cli.ts --data 数据目录 [--port 端口]');
  const database = await startDatabase({ directory: values.data, port: Number(values.port), log: console.error });
  console.log(database.uri);
  const end = (): void => {
    void database.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError || error instanceof Error ? error.message : error);
  process.exit(1);
});
