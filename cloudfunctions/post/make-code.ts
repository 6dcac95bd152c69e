import * as contract from '../../contract/post-sharing';
import { useCase } from '../kit/use-case';
import { getVisiblePost } from './get-visible-post';

const PAGE = 'pages/post-detail/index';

const codeKey = (postId: string): string => `codes/${postId}.png`;

/** The picture is made at the first poster and kept: what it opens never changes. */
export const makeCode = useCase(contract.code, async ({ id }, { caller, host }) => {
  const post = await getVisiblePost(id, caller);
  const key = codeKey(post._id);
  if (!(await host.files.has(key))) {
    await host.files.put(key, await host.miniCode({ page: PAGE, scene: post._id }), 'image/png');
  }
  const [url = ''] = await host.files.links([key], 'public');
  return { url };
});
