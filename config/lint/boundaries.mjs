/** Who may import whom. The plug-in checks imports between different elements; within one element all is allowed. */

const folders = {
  domain: 'domain',
  contract: 'contract',
  store: 'cloudfunctions/store',
  kit: 'cloudfunctions/kit',
  host: 'cloudfunctions/host',
  local: 'local',
  pages: 'src/pages',
  components: 'src/components',
  platform: 'src/platform',
  config: 'config',
  test: 'test',
};

const element = (/** @type {string} */ type, /** @type {string} */ pattern, /** @type {string[]} */ capture = []) => ({
  type,
  pattern,
  capture,
  partialMatch: false,
});

/** The first match names the element: `area` is what remains of cloudfunctions/, `app` what remains of src/. */
export const elements = [
  ...Object.entries(folders).map(([type, pattern]) => element(type, pattern)),
  element('area', 'cloudfunctions/*', ['area']),
  element('feature', 'src/features/*', ['feature']),
  element('workbench', 'src/workbench/*', ['role']),
  element('app', 'src'),
];

const allow = (/** @type {string} */ from, /** @type {string[]} */ to) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: to } } } },
});

const allowStores = (/** @type {string[]} */ from, /** @type {string[]} */ stores) => ({
  from: { element: { types: { anyOf: from } } },
  allow: { to: { element: { type: 'store', fileInternalPath: stores.map((name) => `${name}.ts`) } } },
});

const server = ['domain', 'contract', 'store', 'kit', 'host'];
const screen = ['domain', 'contract', 'feature', 'components', 'platform'];

export const policies = [
  allow('contract', ['domain']),
  allow('store', ['domain']),
  allow('kit', ['domain', 'contract', 'host']),
  allow('host', ['domain', 'contract', 'kit']),
  // What every area's requests pass through: who is calling, what goes to the audit, how photos are shown.
  allowStores(['kit', 'host'], ['accounts', 'audit-log', 'media']),
  // A dossier is put together from many stores, for the areas dossier and report and for the clock.
  {
    from: { element: { type: 'kit', fileInternalPath: 'dossier/*.ts' } },
    allow: { to: { element: { type: 'store' } } },
  },
  allow('area', server),
  // docs/wish-life.md is written from the tables.
  allow('config', ['domain']),
  allow('local', [...server, 'area', 'config']),
  allow('platform', ['domain', 'contract']),
  allow('feature', ['domain', 'contract', 'components', 'platform']),
  allow('pages', screen),
  allow('workbench', screen),
  allow('app', [...screen, 'pages', 'workbench']),
  allow('test', ['*']),
];
