import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { back } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { OrderPage } from './order-page';

export default function OrderDetailPage() {
  const { id = '' } = useRouter().params;
  const { state, data, error, reload, set } = useLoad(async () => (await call('order.get', { id })).order, id);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (state === 'loading') {
    return (
      <Page>
        <LoadingSkeleton />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page>
        {error?.code === 'NOT_FOUND' || error?.code === 'FORBIDDEN' ? (
          <EmptyState
            title="看不到这件交办单"
            text="承办部门、主席团、跟踪代表和本组联络员可以查看。"
            action={{ text: '返回', onPress: () => back(routes.mine) }}
          />
        ) : (
          <ErrorState message={error?.message ?? ''} onRetry={reload} />
        )}
      </Page>
    );
  }
  return <OrderPage order={data} onChanged={set} onReload={reload} />;
}
