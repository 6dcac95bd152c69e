import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { shanghaiMonth } from '../../../../domain/time';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { MonthSwitch } from '../../../features/honour/month-switch';
import { decoded } from '../../../platform/address';
import { call } from '../../../platform/call';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { useMe } from '../../../platform/use-me';
import { BoardList } from './board-list';
import './group-board.scss';

const HOW =
  '代表把晒单转发到这个群，群里有人点开卡片，这条晒单就算晒到了本群。按晒到本群的条数排，条数相同看收到的感谢，都相同就并列。';
const seePosts = { text: '去看晒单', onPress: () => openTab(routes.feed) };

export default function GroupBoardPage() {
  const key = decoded(useRouter().params.key);
  const [month, setMonth] = useState(() => shanghaiMonth(new Date()));
  const me = useMe();
  const { state, data, error, reload } = useLoad(
    async () => (await call('post.groupBoard', { groupKey: key, month })).items,
    key === '' ? null : `${key}-${month}`,
  );
  if (key === '') {
    return (
      <Page>
        <EmptyState
          title="不知道看哪个群的榜"
          text="每个微信群有自己的组内晒单榜。请在群里点开一张晒单卡片，再从那一页进来。"
          action={seePosts}
        />
      </Page>
    );
  }
  const content = () => {
    if (state === 'loading') return <LoadingSkeleton rows={3} />;
    if (data === null) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
    if (data.length === 0) return <EmptyState title="这个月还没有晒到本群的晒单" text={HOW} action={seePosts} />;
    return (
      <>
        <BoardList rows={data} mineId={me?.representativeId} />
        <View className="group-board__how">{HOW}</View>
      </>
    );
  };
  return (
    <Page>
      <MonthSwitch month={month} last={shanghaiMonth(new Date())} onChange={setMonth} />
      {content()}
    </Page>
  );
}
