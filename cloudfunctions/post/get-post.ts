import * as contract from '../../contract/post';
import { useCase } from '../kit/use-case';
import { getVisiblePost } from './get-visible-post';
import { viewPost } from './view-posts';

export const getPost = useCase(contract.get, async ({ id }, { caller, host }) =>
  viewPost(await getVisiblePost(id, caller), caller, host),
);
