import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { WishView } from '../../../contract/wish';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { ShareButton } from '../../components/share-button';
import { ActionBar } from '../../features/wish/action-bar';
import { Contact } from '../../features/wish/contact';
import { actsOf, labelOf, undoes, type Act } from '../../features/wish/wish-acts';
import { WishContent, WishHolder } from '../../features/wish/wish-facts';
import { WishHistory } from '../../features/wish/wish-history';
import { call } from '../../platform/call';
import { open } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useMe } from '../../platform/use-me';
import { ActSheets, type SheetAct } from './act-sheets';
import { Reveals } from './reveals';
import { useAct } from './use-act';
import { WishResult } from './wish-result';
import './wish-page.scss';

interface Props {
  wish: WishView;
  onChanged: (wish: WishView) => void;
  onReload: () => Promise<void>;
  onShare: () => Promise<void>;
}

export function WishPage({ wish, onChanged, onReload, onShare }: Props) {
  const me = useMe();
  const [sheet, setSheet] = useState<SheetAct | null>(null);
  const { notice, act } = useAct({ onChanged, onReload });
  usePullDownRefresh(() => void onReload().then(() => Taro.stopPullDownRefresh()));

  const handleAct = (chosen: Act) => {
    if (chosen === 'claim') return act('claim', () => call('wish.claim', { id: wish.id }));
    if (chosen === 'review') return open(routes.review, { id: wish.id });
    if (chosen === 'post') return open(routes.publish, { wishId: wish.id });
    return setSheet(chosen);
  };
  // Nobody has to look up their own number.
  const isOwn = wish.mine && wish.channel === 'self';
  const acts = actsOf(wish, me?.representativeId);
  // A bar that holds nothing but 撤回 would draw people to it.
  const isCalm = acts.every(undoes);

  return (
    <Page bar={isCalm ? null : <ActionBar wish={wish} acts={acts} onAct={handleAct} />}>
      {notice ? <Notice {...notice} /> : null}
      <WishContent wish={wish} />
      <WishHolder wish={wish} />
      {wish.mayReveal && !isOwn ? <Contact id={wish.id} /> : null}
      <WishResult wish={wish} />
      <WishHistory wish={wish} />
      {wish.reveals ? <Reveals reveals={wish.reveals} /> : null}
      <ShareButton text="转发给别人看" onShare={onShare} />
      {isCalm
        ? acts.map((act) => (
            <View key={act} className="wish-page__undo">
              <Button id={`act-${act}`} kind="quiet" text={labelOf(act, wish)} onPress={() => handleAct(act)} />
            </View>
          ))
        : null}
      <ActSheets key={wish.rev} wish={wish} open={sheet} onClose={() => setSheet(null)} act={act} />
    </Page>
  );
}
