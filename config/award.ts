/** `npm run award -- recompute FILE.xlsx`: says whether an award's candidates follow from the export's own data. */
import { recomputeAward } from './recompute-award';

/** The code to end with: 0 where all agrees, 1 where something does not. */
async function recompute(path: string): Promise<number> {
  const { candidates, differences } = await recomputeAward(path);
  for (const difference of differences) console.log(difference);
  const agrees = `重算一致：${candidates.length} 名候选人与文件相同。`;
  console.log(differences.length === 0 ? agrees : `重算不一致：有 ${differences.length} 处不同。`);
  return differences.length === 0 ? 0 : 1;
}

const [command, path] = process.argv.slice(2);
if (command !== 'recompute' || path === undefined) {
  console.error('用法：npm run award -- recompute 导出的文件.xlsx');
  process.exitCode = 2;
} else {
  recompute(path)
    .then((code) => (process.exitCode = code))
    .catch((error: unknown) => {
      console.error(`没有读懂这个文件：${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 2;
    });
}
