import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import checkFile from 'eslint-plugin-check-file';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { elements, policies } from './config/lint/boundaries.mjs';
import { bans, restrictImports } from './config/lint/restricted-imports.mjs';
import { domainPurity, noBarrels, onlyNamedExports } from './config/lint/restricted-syntax.mjs';

const typescript = '**/*.{ts,tsx}';
const scripts = '**/*.{mjs,cjs,js}';
const tests = 'test/**/*.{ts,tsx}';
const defaultExportsAreAskedFor = [
  'src/**/index.tsx',
  'src/app.tsx',
  'src/**/*.config.ts',
  'config/{index,dev,prod}.ts',
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { '@typescript-eslint': tseslint.plugin } },
  js.configs.recommended,
  {
    files: [scripts],
    languageOptions: {
      globals: Object.fromEntries(
        ['URL', 'clearInterval', 'clearTimeout', 'fetch', 'setInterval', 'setTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: ['**/*.{cjs,js}'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
  {
    files: [typescript],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      // `string & keyof T` narrows a key type; the rule takes it for a slip.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/require-await': 'off',
      // `const { secret: _, ...shown } = doc` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', ...noBarrels, ...onlyNamedExports],
    },
  },
  {
    files: [typescript, scripts],
    plugins: { 'check-file': checkFile },
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { '{src,cloudfunctions,contract,domain,local,config,test}/**/*': 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      'check-file/folder-naming-convention': [
        'error',
        { '{src,cloudfunctions,contract,domain,local,config,test}/**/': 'KEBAB_CASE' },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      // Full-width blanks are what clerks type; rules about them have to name them.
      'no-irregular-whitespace': ['error', { skipRegExps: true, skipStrings: true, skipTemplates: true }],
    },
  },
  {
    files: [typescript, scripts],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/elements-single-match': true,
      'boundaries/root-path': import.meta.dirname,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'] } },
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies }] },
  },
  { files: [typescript], rules: restrictImports([bans.mongodb, bans.wechat, bans.taro, bans.engine]) },
  { files: ['domain/**'], rules: restrictImports([bans.everyPackage]) },
  {
    files: ['src/**'],
    rules: restrictImports([bans.mongodb, bans.wechat, bans.engine, bans.zod, bans.contractValues]),
  },
  { files: ['cloudfunctions/store/**'], rules: restrictImports([bans.wechat, bans.taro, bans.engine]) },
  { files: ['cloudfunctions/host/wechat.ts'], rules: restrictImports([bans.mongodb, bans.taro, bans.engine]) },
  { files: ['local/db/**'], rules: restrictImports([bans.wechat, bans.taro]) },
  { files: ['config/**'], rules: restrictImports([bans.mongodb, bans.wechat, bans.engine]) },
  { files: [tests], rules: restrictImports([bans.wechat]) },
  {
    files: ['domain/**'],
    rules: { 'no-restricted-syntax': ['error', ...noBarrels, ...onlyNamedExports, ...domainPurity] },
  },
  { files: defaultExportsAreAskedFor, rules: { 'no-restricted-syntax': ['error', ...noBarrels] } },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: [tests],
    rules: {
      // Jest's matchers and raw answers are typed `any`; a test that reads them wrongly fails by itself.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'max-lines': ['error', 500],
      'max-lines-per-function': 'off',
    },
  },
);
