import * as contract from '../../contract/account';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as settings from '../store/settings';

export const getSettings = useCase(contract.settings, async (_input, { host }) => {
  const { town, campaign } = await settings.get();
  return { town, campaign, demo: host.demo, ...defined({ noticeTemplate: host.noticeTemplate }) };
});
