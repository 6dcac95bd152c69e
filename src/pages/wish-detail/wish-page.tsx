import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { WishView } from '../../../contract/wish';
import { Notice } from '../../components/notice';
import { ShareButton } from '../../components/share-button';
import { ActionBar } from '../../features/wish/action-bar';
import { Contact } from '../../features/wish/contact';
import { actsOf, type Act } from '../../features/wish/wish-acts';
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

  return (
    <Page bar={acts.length > 0 ? <ActionBar acts={acts} onAct={handleAct} /> : null}>
      {notice ? <Notice {...notice} /> : null}
      <WishContent wish={wish} />
      <WishHolder wish={wish} />
      {wish.mayReveal && !isOwn ? <Contact id={wish.id} /> : null}
      <WishResult wish={wish} />
      <WishHistory wish={wish} />
      {wish.reveals ? <Reveals reveals={wish.reveals} /> : null}
      <ShareButton text="转发给别人看" onShare={onShare} />
      <ActSheets key={wish.rev} wish={wish} open={sheet} onClose={() => setSheet(null)} act={act} />
    </Page>
  );
}
