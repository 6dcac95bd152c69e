import * as contract from '../../contract/campaign';
import { shanghaiDay } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as campaigns from '../store/campaigns';

/** What a form offers that files something under a campaign of today. */
export const listRunning = useCase(contract.listRunning, async (_input, { now }) => ({
  items: (await campaigns.runningOn(shanghaiDay(now))).map(({ _id, name }) => ({ id: _id, name })),
}));
