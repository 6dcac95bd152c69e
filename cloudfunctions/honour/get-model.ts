import * as contract from '../../contract/honour';
import { useCase } from '../kit/use-case';
import { seenModel } from './seen-model';
import { viewModel } from './view-model';

/** One group's model of a month, with its article. */
export const getModel = useCase(contract.get, async ({ id }, context) =>
  viewModel(await seenModel(id, context.caller), context),
);
