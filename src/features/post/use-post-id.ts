import { useRouter } from '@tarojs/taro';
import { decoded } from '../../platform/address';

/** Which post the page was opened for: a link says its id, a code has it as its scene. */
export function usePostId(): string {
  const { id, scene } = useRouter().params;
  return id ?? decoded(scene);
}
