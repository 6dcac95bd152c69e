import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishCard } from '../../../../contract/wish-views';
import { aria } from '../../../components/aria';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Pressable } from '../../../components/pressable';
import { Sheet } from '../../../components/sheet';
import { ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { WishCardView } from '../../../features/wish/wish-card';
import type { Listed } from '../../../platform/use-list';
import { linkTo, type LinkedWish } from './post-draft';
import { useClaims } from './use-claims';
import './publish.scss';

interface Props {
  wish: LinkedWish | null;
  error: string | undefined;
  onChange: (wish: LinkedWish | null) => void;
}

/** Which of one's own claims this deed was for: one tap for the newest, a sheet for the others. */
export function WishLink({ wish, error, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { list, newest } = useClaims();
  // Once it is said which, the others would only stand in the way.
  const chips = wish ? [wish] : newest;
  const hasOthers = list.items.some(({ id }) => chips.every((chip) => chip.id !== id)) || list.more !== 'end';
  return (
    <Field id="wishId" label="是为哪个心愿办的" group error={error}>
      <View id="wishId" className="publish__claims" {...aria('radiogroup', { label: '我认领的心愿' })}>
        {chips.map((claim) => (
          <Claim
            key={claim.id}
            claim={claim}
            isOn={claim.id === wish?.id}
            onPress={() => onChange(claim.id === wish?.id ? null : claim)}
          />
        ))}
        {chips.length > 0 ? null : <State list={list} />}
      </View>
      {list.state === 'ready' && hasOthers ? (
        <Button id="more-claims" kind="quiet" text={wish ? '换一个心愿' : '选别的心愿'} onPress={() => setOpen(true)} />
      ) : null}
      <Sheet open={isOpen} title="选一个心愿" onClose={() => setOpen(false)}>
        {list.items.map((card) => (
          <WishCardView
            key={card.id}
            wish={card}
            onPress={() => {
              setOpen(false);
              onChange(linkTo(card));
            }}
          />
        ))}
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      </Sheet>
    </Field>
  );
}

function Claim({ claim, isOn, onPress }: { claim: LinkedWish; isOn: boolean; onPress: () => void }) {
  return (
    <Pressable
      className={`publish__claim${isOn ? ' publish__claim--on' : ''}`}
      role="radio"
      checked={isOn}
      label={`${claim.village}：${claim.content}${isOn ? '，已关联，再点一次取消' : ''}`}
      onPress={onPress}
    >
      <View className="publish__claim-head">
        {isOn ? '✓ ' : ''}
        {claim.village} · <View className="publish__claim-code">{claim.code}</View>
      </View>
      <View className="publish__claim-content">{claim.content}</View>
    </Pressable>
  );
}

function State({ list: { state, items, error, reload } }: { list: Listed<WishCard> }) {
  if (state === 'loading') return <LoadingSkeleton />;
  if (state === 'failed') return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  if (items.length > 0) return null;
  return <View className="publish__none">您还没有认领心愿，不选也可以晒单。</View>;
}
