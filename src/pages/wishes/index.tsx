import { View } from '@tarojs/components';
import { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/button';
import { SearchBar } from '../../components/search-bar';
import { useSettings } from '../../features/account/use-settings';
import { useVillages } from '../../features/wish/use-villages';
import { noFilter, WallFilters, type WallFilter } from '../../features/wish/wall-filters';
import { WallSummary } from '../../features/wish/wall-summary';
import { WishList } from '../../features/wish/wish-list';
import { wallGroups } from '../../features/wish/wish-status';
import { call } from '../../platform/call';
import { open } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShare } from '../../platform/share';
import { useList } from '../../platform/use-list';
import { useLoad } from '../../platform/use-load';
import './index.scss';

function toQuery({ group, category, village, q }: WallFilter) {
  return {
    scope: 'public' as const,
    ...(group ? { status: [...wallGroups[group].statuses] } : {}),
    ...(category ? { category } : {}),
    ...(village ? { village } : {}),
    ...(q ? { q } : {}),
  };
}

export default function WishesPage() {
  const [filter, setFilter] = useState(noFilter);
  const change = (part: Partial<WallFilter>) => setFilter((before) => ({ ...before, ...part }));
  const settings = useSettings();
  const overview = useLoad(() => call('report.overview', {}), 'overview');
  const villages = useVillages();
  const list = useList((page) => call('wish.list', { ...toQuery(filter), ...page, limit: 20 }), JSON.stringify(filter));
  const town = settings.data?.town ?? '';
  // The list listens to pull-down itself; what stands above it comes along.
  const reloadTop = async () => {
    await Promise.all([settings, overview, villages].map(({ reload }) => reload()));
  };
  usePullDownRefresh(() => void reloadTop());
  const reload = async () => {
    await Promise.all([reloadTop(), list.reload()]);
  };
  useShare({ title: `${town}微心愿：说出您的小心愿`, path: routes.wishes });

  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter);
  const submit = () => open(routes.submit);
  return (
    <Page>
      <WallSummary
        town={town}
        campaign={settings.data?.campaign ?? ''}
        overview={overview.data}
        group={filter.group}
        onGroup={(group) => change({ group })}
      />
      <View className="wishes__submit">
        <Button id="go-submit" kind="primary" size="big" text="我要许愿" onPress={submit} />
      </View>
      <SearchBar id="wish-search" label="搜索心愿" placeholder="搜索心愿" onSearch={(q) => change({ q })} />
      <WallFilters filter={filter} villages={villages.data ?? []} onChange={change} />
      <WishList
        list={{ ...list, reload }}
        empty={
          isFiltered
            ? { title: '没有找到这样的心愿', text: '可以换个词，或者放宽筛选条件。' }
            : {
                title: '还没有公开的心愿',
                text: '您的小心愿可以是第一个。',
                action: { text: '我要许愿', onPress: submit },
              }
        }
      />
    </Page>
  );
}
