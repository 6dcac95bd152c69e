/** Tests run on the real driver, the embedded database and a real browser; only WeChat, the clock and ids are faked. */
const transform = {
  '^.+\\.(t|j)sx?$|\\.mjs$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform,
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: { '\\.scss$': '<rootDir>/test/page/support/no-style.json' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // Ends what hangs, and nothing else: how long a thing takes is for the bench to say.
  testTimeout: 180_000,
  // What a file has loaded is not all given back: a worker that has grown begins anew, or it would mostly collect garbage.
  workerIdleMemoryLimit: '600MB',
};
