import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishCard } from '../../../contract/wish-views';
import { isPublicStatus } from '../../../domain/wish';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { SimilarWishes } from '../../features/wish/similar-wishes';
import { useSimilar } from '../../features/wish/use-similar';
import './also-wished.scss';

interface Props {
  content: string;
  village: string | null;
  /** Sends what is in the form as the same wish. */
  onAlso: (wish: WishCard) => Promise<void>;
}

/** 我也有这个心愿: what the village has wished already, while one is still writing. */
export function AlsoWished({ content, village, onAlso }: Props) {
  const [different, setDifferent] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<WishCard | null>(null);
  const similar = useSimilar({ content, village }).filter(
    ({ id, status, hidden }) => isPublicStatus(status) && !hidden && !different.includes(id),
  );
  const confirm = async (wish: WishCard) => {
    setAsked(null);
    await onAlso(wish);
  };
  return (
    <>
      {similar.length > 0 ? (
        <View id="similar" className="also-wished">
          <View className="also-wished__title">村里已经有这样的心愿，是同一件事吗？</View>
          <SimilarWishes wishes={similar} actText="我也有这个心愿" onAct={setAsked} />
          <Button
            id="similar-none"
            text="不一样，继续提交"
            onPress={() => setDifferent([...different, ...similar.map(({ id }) => id)])}
          />
        </View>
      ) : null}
      <ConfirmDialog
        open={asked !== null}
        title="登记为“我也有这个心愿”？"
        text={`会和 ${asked?.code ?? ''} 一起办理，办好以后也会单独问满不满意。用这里填的姓名和电话登记。`}
        confirmText="我也有这个心愿"
        onConfirm={() => (asked ? confirm(asked) : undefined)}
        onCancel={() => setAsked(null)}
      />
    </>
  );
}
