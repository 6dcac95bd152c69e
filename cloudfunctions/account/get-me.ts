import * as contract from '../../contract/account';
import { useCase } from '../kit/use-case';
import { viewMe } from './view-me';

export const getMe = useCase(contract.me, async (_input, { caller }) => ({ me: await viewMe(caller) }));
