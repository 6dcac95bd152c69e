import { View } from '@tarojs/components';
import type { Input } from '../../../../contract/contract';
import { Pressable } from '../../../components/pressable';
import { Sheet } from '../../../components/sheet';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { useList } from '../../../platform/use-list';

export type FiledKind = Input<'campaign.listFiled'>['kind'];

const titles = { wish: '活动中的心愿', post: '活动中的晒单', duty: '活动中的履职活动' } as const satisfies Record<
  FiledKind,
  string
>;
const pages = { wish: routes.wishDetail, post: routes.postDetail, duty: routes.duty } as const;

interface Props {
  id: string;
  /** null: closed. */
  kind: FiledKind | null;
  onClose: () => void;
}

/** What is filed under the campaign, the newest first. */
export function FiledSheet({ id, kind, onClose }: Props) {
  if (kind === null) return null;
  return (
    <Sheet open title={titles[kind]} onClose={onClose}>
      <FiledList id={id} kind={kind} onClose={onClose} />
    </Sheet>
  );
}

function FiledList({ id, kind, onClose }: Props & { kind: FiledKind }) {
  const list = useList((page) => call('campaign.listFiled', { id, kind, ...page, limit: 20 }), `${id}.${kind}`, {
    listens: false,
  });
  if (list.state === 'loading') return <LoadingSkeleton rows={2} />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) return <EmptyState title="还没有" text="归入这个活动的会列在这里。" />;
  return (
    <>
      {list.items.map((item) => (
        <Pressable
          key={item.id}
          role="link"
          className="campaign-filed"
          onPress={() => {
            onClose();
            open(pages[kind], { id: item.id });
          }}
        >
          <View>{item.title}</View>
          <View className="campaign-filed__note">
            {item.note}，{dayText(item.at)}
          </View>
        </Pressable>
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </>
  );
}
