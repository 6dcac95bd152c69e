/** The `wx` that a mini-program under test sees: every call recorded, answered by the harness or by the test. */
import type { Journal } from './journal';
import type { PageStack } from './page-stack';
import { type ApiHandlers, asyncApi, fromHandlers } from './wx-async';
import { type ApiName, isWxName, wxNames } from './wx-names';
import { type Launch, storageApis, systemApis } from './wx-system';

/** Calls whose success says nothing: they change what is around the page, and tests look at the record. */
const acknowledged: ApiName[] = [
  'disableAlertBeforeUnload',
  'enableAlertBeforeUnload',
  'hideHomeButton',
  'hideKeyboard',
  'hideLoading',
  'hideShareMenu',
  'hideTabBar',
  'hideTabBarRedDot',
  'hideToast',
  'pageScrollTo',
  'previewImage',
  'previewMedia',
  'removeTabBarBadge',
  'setBackgroundColor',
  'setClipboardData',
  'setNavigationBarColor',
  'setNavigationBarTitle',
  'setTabBarBadge',
  'setTabBarItem',
  'setTabBarStyle',
  'showLoading',
  'showShareMenu',
  'showTabBar',
  'showTabBarRedDot',
  'showToast',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'updateShareMenu',
  'vibrateShort',
];

const cloudCalls = [
  'callFunction',
  'uploadFile',
  'downloadFile',
  'deleteFile',
  'getTempFileURL',
  'callContainer',
] as const;

interface Parts {
  journal: Journal;
  handlers: ApiHandlers;
  pages: PageStack;
  launch: Launch;
  storage: Map<string, string>;
}

export function createWx({ journal, handlers, pages, launch, storage: kept }: Parts): Record<string, unknown> {
  const storage = storageApis(journal, kept);
  const system = systemApis(launch, isWxName);
  // Finds what the test says is on the page.
  const createSelectorQuery = () =>
    handlers.createSelectorQuery ? fromHandlers(handlers, 'createSelectorQuery')({}) : system.createSelectorQuery();
  const wx: Record<string, unknown> = { ...system, ...storage.sync, createSelectorQuery };
  const provide = (name: ApiName, implementation: (options: Record<string, unknown>) => unknown) => {
    wx[name] = asyncApi(journal, name, implementation);
  };
  for (const [name, implementation] of Object.entries(storage.async)) provide(name as ApiName, implementation);
  for (const [name, go] of Object.entries(pages.routes)) provide(name as ApiName, go);
  for (const name of acknowledged)
    provide(
      name,
      fromHandlers(handlers, name, () => ({})),
    );
  provide(
    'getNetworkType',
    fromHandlers(handlers, 'getNetworkType', () => ({ networkType: 'wifi' })),
  );
  wx.env = { USER_DATA_PATH: 'wxfile://usr' };
  wx.cloud = createCloud(journal, handlers);
  // All of them, for Taro copies what it finds at the start. What WeChat has not stays undefined, as on a phone.
  for (const name of wxNames()) wx[name] ??= otherApi(name as ApiName, journal, handlers);
  return wx;
}

function createCloud(journal: Journal, handlers: ApiHandlers): Record<string, unknown> {
  let initialised = false;
  const cloud: Record<string, unknown> = {
    init: (options: unknown) => {
      journal.record('cloud.init', options);
      initialised = true;
    },
  };
  for (const name of cloudCalls) {
    const answer = fromHandlers(handlers, `cloud.${name}`);
    cloud[name] = asyncApi(journal, `cloud.${name}`, (options) => {
      if (!initialised) throw new Error("Cloud API isn't enabled, please call wx.cloud.init first");
      return answer(options);
    });
  }
  return cloud;
}

function otherApi(name: ApiName, journal: Journal, handlers: ApiHandlers): unknown {
  const answer = fromHandlers(handlers, name);
  if (/^(on|off)[A-Z]/.test(name)) return () => undefined;
  if (!/Sync$|^create|Manager$/.test(name)) return asyncApi(journal, name, answer);
  return (options: Record<string, unknown>) => {
    journal.record(name, options);
    return answer(options);
  };
}
