import { useRouter } from '@tarojs/taro';

/** The id of the page's address. WeChat hands it on as it was written there, the browser decoded. */
export function useModelId(): string {
  const { id = '' } = useRouter().params;
  return decodeURIComponent(id);
}
