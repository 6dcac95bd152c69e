import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Pressable } from '../../../components/pressable';
import { Sheet } from '../../../components/sheet';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { WishCardView } from '../../../features/wish/wish-card';
import { call } from '../../../platform/call';
import { useList } from '../../../platform/use-list';
import type { LinkedWish } from './linked-wish';
import './publish.scss';

interface Props {
  wish: LinkedWish | null;
  error: string | undefined;
  onChange: (wish: LinkedWish | null) => void;
}

/** Which of one's own claims this deed was for. */
export function WishLink({ wish, error, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const choose = (next: LinkedWish | null) => {
    setOpen(false);
    onChange(next);
  };
  return (
    <Field id="wishId" label="关联心愿" group error={error}>
      <Pressable
        id="wishId"
        className="publish__wish"
        label={wish ? `关联心愿：${wish.code}，点此更换` : '选择我认领的心愿'}
        onPress={() => setOpen(true)}
      >
        {wish ? (
          <View className="publish__wish-words">
            <View className="publish__wish-code">
              {wish.code} · {wish.village}
            </View>
            <View className="publish__wish-content">{wish.content}</View>
          </View>
        ) : (
          <View className="publish__wish-words publish__wish-code">选择我认领的心愿</View>
        )}
        <View className="publish__wish-go">{wish ? '更换' : '选择'}</View>
      </Pressable>
      <Sheet open={isOpen} title="这件事是为哪个心愿办的" onClose={() => setOpen(false)}>
        {wish ? (
          <View className="publish__unlink">
            <Button text="不关联心愿" onPress={() => choose(null)} />
          </View>
        ) : null}
        <Claims onChoose={choose} />
      </Sheet>
    </Field>
  );
}

function Claims({ onChoose }: { onChoose: (wish: LinkedWish) => void }) {
  const list = useList(
    (page) => call('wish.list', { ...page, scope: 'claimed', status: ['claimed', 'fulfilled', 'closed'], limit: 20 }),
    'claimed',
    { listens: false },
  );
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return <EmptyState title="您还没有认领心愿" text="没有关联心愿也可以晒单，关上这里直接发布就行。" />;
  }
  return (
    <View className="publish__claims">
      {list.items.map((wish) => (
        <WishCardView key={wish.id} wish={wish} onPress={() => onChoose(wish)} />
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
