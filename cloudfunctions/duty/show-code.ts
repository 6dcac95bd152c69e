import * as contract from '../../contract/duty';
import { sceneOf } from '../../domain/duty';
import { checkDutyAction } from '../../domain/duty-rights';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import * as duties from '../store/duties';
import { codeNow } from './duty-code';
import { factsOf } from './duty-facts';

const PAGE = 'workbench/duty/duty/index';

/** The picture is never kept: it is worth something for three minutes only. */
export const showCode = useCase(contract.code, async ({ id }, { caller, now, host }) => {
  const duty = await duties.get(id);
  checkDutyAction('code', factsOf(duty), null, caller, now);
  const { code, endsAt } = codeNow(host, duty, now);
  const [picture, counts] = await Promise.all([
    host.miniCode({ page: PAGE, scene: sceneOf(id, code) }),
    attendances.countByStatus(id),
  ]);
  const { expected, present, leave, absent } = counts;
  return {
    code,
    secondsLeft: Math.ceil((endsAt.getTime() - now.getTime()) / 1000),
    qr: `data:image/png;base64,${picture.toString('base64')}`,
    present,
    expected: expected + present + leave + absent,
  };
});
