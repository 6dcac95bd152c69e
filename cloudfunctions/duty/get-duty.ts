import * as contract from '../../contract/duty';
import { refDuty } from '../../domain/duty-points';
import { useCase } from '../kit/use-case';
import { viewDuty } from './view-duty';

/** One duty; an entry of points may name it with the round that it was settled in. */
export const getDuty = useCase(contract.get, async ({ id }, context) => viewDuty(refDuty(id), context));
