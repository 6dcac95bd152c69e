import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishView } from '../../../../contract/wish-views';
import type { WishStatus } from '../../../../domain/wish';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { SearchBar } from '../../../components/search-bar';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { WishCardView } from '../../../features/wish/wish-card';
import { call } from '../../../platform/call';
import { useList } from '../../../platform/use-list';
import type { MergeTarget } from './use-review';

/** Wishes that have not come to their end. */
const live: WishStatus[] = ['submitted', 'needInfo', 'open', 'claimed', 'coordinating', 'paused', 'fulfilled'];

interface Props {
  wish: WishView;
  scope: LedgerScope;
  into: MergeTarget | null;
  error: string | undefined;
  onChange: (into: MergeTarget | null) => void;
}

/** The wish that this one goes on with: those of the same village first, any other by search. */
export function MergeField({ wish, scope, into, error, onChange }: Props) {
  const [q, setQ] = useState('');
  return (
    <Field id="into" label="并入哪个心愿" required group error={error}>
      {into ? (
        <View className="review__into">
          <View className="review__into-code">
            {into.code} · {into.village}
          </View>
          <View className="review__into-content">{into.content}</View>
          <Button text="换一个" onPress={() => onChange(null)} />
        </View>
      ) : (
        <View>
          <SearchBar id="merge-search" label="搜索心愿" placeholder="编号、村名或内容" onSearch={setQ} />
          <Candidates wish={wish} scope={scope} q={q} onChoose={onChange} />
        </View>
      )}
    </Field>
  );
}

interface CandidatesProps extends Pick<Props, 'wish' | 'scope'> {
  q: string;
  onChoose: (into: MergeTarget) => void;
}

function Candidates({ wish, scope, q, onChoose }: CandidatesProps) {
  const narrowed = q === '' ? { village: wish.village } : { q };
  const list = useList(
    (page) => call('wish.list', { ...page, ...narrowed, scope, status: live, limit: 10 }),
    q === '' ? 'village' : `q:${q}`,
    { listens: false },
  );
  const others = list.items.filter(({ id }) => id !== wish.id);
  if (list.state === 'loading') return <LoadingSkeleton rows={2} />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  return (
    <View>
      <View className="review__note">{q === '' ? `${wish.village}还在办的心愿：` : `搜索“${q}”：`}</View>
      {others.length === 0 && list.more === 'end' ? <EmptyState title="没有找到，可以换个词搜一搜" /> : null}
      <View className="review__candidates">
        {others.map((other) => (
          <WishCardView
            key={other.id}
            wish={other}
            onPress={() => onChoose({ id: other.id, code: other.code, village: other.village, content: other.content })}
          />
        ))}
      </View>
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
