import * as contract from '../../contract/award';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { viewAward } from './view-award';

export const getAward = useCase(contract.get, async ({ id }, context) => viewAward(await awards.get(id), context));
