import * as contract from '../../contract/clock';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import { runJobs } from './run-jobs';

/** Moving time by hand is for demonstrations; elsewhere the schedule runs the same jobs at the real time. */
export const runClock = useCase(contract.run, async ({ now }, { host }) => {
  if (!host.demo) throw new DomainError('FORBIDDEN', { message: '只有演示环境可以拨动时钟' });
  return runJobs(new Date(now), host);
});
