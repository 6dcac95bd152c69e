import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';

/** The town's name and whether demo personas are on. */
export const useSettings = () => useLoad(() => call('account.settings', {}), 'settings');
