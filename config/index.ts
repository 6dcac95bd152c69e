import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import development from './dev';
import production from './prod';

const root = path.resolve(__dirname, '..');
/** Plain data and types that both sides share; src may import them, so the build has to compile them too. */
const shared = ['domain', 'contract'].map((folder) => path.join(root, folder));
const platform = process.env.TARO_ENV ?? 'h5';

/** px stays px on both platforms: text follows the person's own size setting, never the width of the screen. */
const postcss = { pxtransform: { enable: false }, autoprefixer: { enable: true } };

const outputRoot = process.env.BUILD_OUTPUT ?? `dist/${platform}`;
/** Share cards name their picture by its path in the package. */
const sharePictures = { from: 'src/assets/share/', to: `${outputRoot}/assets/share/` };

const base: UserConfigExport<'webpack5'> = {
  projectName: 'wei-xinyuan',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [],
  defineConstants: {},
  copy: { patterns: platform === 'weapp' ? [sharePictures] : [], options: {} },
  mini: {
    postcss,
    compile: { include: shared },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    postcss,
    compile: { include: shared },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // The budget is a test of ours (test/build), measured as people download it: compressed.
    webpackChain: (chain) => {
      chain.performance.hints(false);
      // One sheet in the order of imports: in a sheet for each page, a component's rules come again with every page
      // opened, after the rules of those that build on it.
      chain.optimization.merge({
        splitChunks: {
          cacheGroups: { styles: { name: 'styles', type: 'css/mini-extract', chunks: 'all', enforce: true } },
        },
      });
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
};

export default defineConfig<'webpack5'>((merge) =>
  merge({}, base, process.env.NODE_ENV === 'development' ? development : production),
);
