/** Packages and modules that only one part of the project may import. */
export const bans = {
  mongodb: { regex: '^mongodb$', message: 'Only cloudfunctions/store and local/db talk to the driver.' },
  wechat: { regex: '^wx-server-sdk$', message: 'Only cloudfunctions/host/wechat.ts knows the WeChat SDK.' },
  taro: { regex: '^@tarojs/', message: 'Only src knows Taro.' },
  engine: { regex: '^(lmdb|mingo)(/|$)', message: 'Only local/db is built on these.' },
  everyPackage: { regex: '^[^.]', message: 'domain/ needs no package and no node: module.' },
  zod: { regex: '^zod(/|$)', allowTypeImports: true, message: 'Schemas stay out of the mini-program.' },
  contractValues: {
    regex: '^(\\.\\./)+contract/(?!(errors|actions)$)',
    allowTypeImports: true,
    message: 'Take contract types by `import type`; only errors and actions are plain data.',
  },
};

/** @param {object[]} patterns */
export function restrictImports(patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}
