import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { ModelView } from '../../../../contract/honour';
import { useModelId } from '../../../features/honour/use-model-id';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { CallError } from '../../../platform/call-error';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { ModelPageView } from './model-page';

/** null: the group has not begun this month, or somebody looks who may not. */
async function loadModel(id: string): Promise<{ model: ModelView | null }> {
  try {
    return await call('honour.get', { id });
  } catch (error) {
    if (error instanceof CallError && error.code === 'NOT_FOUND') return { model: null };
    throw error;
  }
}

/** One group's month: from the evidence to the published article. */
export default function ModelPage() {
  const id = useModelId();
  const { state, data, error, reload, set } = useLoad(() => loadModel(id), id);
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
        <ErrorState message={error?.message ?? ''} onRetry={reload} />
      </Page>
    );
  }
  if (data.model && data.model.timeline.length === 0) {
    return (
      <Page>
        <EmptyState
          title="这里是推荐典型代表的地方"
          text="由组长、联络员和镇人大主席团办理。"
          action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      </Page>
    );
  }
  return <ModelPageView id={id} model={data.model} onChanged={(model) => set({ model })} onReload={reload} />;
}
