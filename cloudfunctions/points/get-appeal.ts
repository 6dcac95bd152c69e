import * as contract from '../../contract/points-appeals';
import { DomainError } from '../../domain/errors';
import { maySeeAppeal } from '../../domain/points-appeal';
import { useCase } from '../kit/use-case';
import * as pointsAppeals from '../store/points-appeals';
import { viewAppeal } from './view-appeal';

/** For the person and 人大办. */
export const getAppeal = useCase(contract.getAppeal, async ({ id }, context) => {
  const appeal = await pointsAppeals.get(id);
  if (!maySeeAppeal(appeal, context.caller)) {
    throw new DomainError('FORBIDDEN', { message: '只能查看本人的申诉' });
  }
  return viewAppeal(appeal, context);
});
