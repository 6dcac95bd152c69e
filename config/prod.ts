import type { UserConfigExport } from '@tarojs/cli';

const production: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
  mini: { enableSourceMap: false },
  h5: { enableSourceMap: false },
};

export default production;
