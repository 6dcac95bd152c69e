import type { UserConfigExport } from '@tarojs/cli';

const development: UserConfigExport<'webpack5'> = {
  logger: { quiet: false, stats: false },
  mini: { debugReact: true },
  h5: {},
};

export default development;
