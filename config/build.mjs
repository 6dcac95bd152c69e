/** `node config/build.mjs <h5|weapp|cloudfunctions> [--watch]`: makes one of the builds, whether or not it is stale. */
import process from 'node:process';
import { build, isBuildName, watch } from './builds.mjs';
import { SetupError, runScript, say } from './console.mjs';
import { ensureDependencies } from './dependencies.mjs';

await runScript(async () => {
  const [name = '', ...flags] = process.argv.slice(2);
  if (!isBuildName(name)) throw new SetupError('用法：node config/build.mjs <h5|weapp|cloudfunctions> [--watch]');
  await ensureDependencies();
  if (flags.includes('--watch')) return watch(name);
  await build(name);
  say(`已生成 dist/${name}`);
  return 0;
});
