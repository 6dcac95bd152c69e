import type { Bundle } from './compile';

interface SubPackage {
  root: string;
  pages: string[];
}

/** The fields of app.json that the harness reads. */
export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
  tabBar?: {
    custom?: boolean;
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  };
  window?: PageConfig;
  usingComponents?: Record<string, string>;
}

export interface PageConfig {
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
  usingComponents?: Record<string, string>;
}

export function readAppConfig(bundle: Bundle): AppConfig {
  return readJson(bundle, 'app.json') as AppConfig;
}

export function readPageConfig(bundle: Bundle, page: string): PageConfig {
  return readJson(bundle, `${page}.json`) as PageConfig;
}

/** Every page of the main package and of the subpackages, by its full path. */
export function listPages(config: AppConfig): string[] {
  const subPackages = config.subPackages ?? config.subpackages ?? [];
  const inSubPackages = subPackages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...config.pages, ...inSubPackages];
}

export function listTabs(config: AppConfig): string[] {
  return config.tabBar?.list.map((tab) => tab.pagePath) ?? [];
}

function readJson(bundle: Bundle, file: string): unknown {
  return JSON.parse(bundle.files.get(file) ?? '{}');
}
