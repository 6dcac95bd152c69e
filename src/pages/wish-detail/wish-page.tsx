import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { OrderView } from '../../../contract/order';
import type { WishView } from '../../../contract/wish-views';
import { hasRole } from '../../../domain/caller';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { ShareButton } from '../../components/share-button';
import { ActionBar } from '../../features/wish/action-bar';
import { startPost } from '../../features/post/start-post';
import { Contact } from '../../features/wish/contact';
import { actsOf, isOwnWish, labelOf, isQuiet, type Act } from '../../features/wish/wish-acts';
import { WishContent, WishHolder } from '../../features/wish/wish-facts';
import { WishHistory } from '../../features/wish/wish-history';
import { call } from '../../platform/call';
import { open } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useMe } from '../../platform/use-me';
import { ActSheets, isSheetAct, type SheetAct } from './act-sheets';
import { CouldHelp } from './could-help';
import { Reveals } from './reveals';
import { useAct } from './use-act';
import { WishResult } from './wish-result';
import { CallBacks, Helpers, Orders, Requests } from './wish-work';
import './wish-page.scss';

interface Props {
  wish: WishView;
  onChanged: (wish: WishView) => void;
  onReload: () => Promise<void>;
  onShare: () => Promise<void>;
}

/** Which act's form stands open, and for whom. */
function useSheet() {
  const [sheet, setSheet] = useState<{ open: SheetAct | null; chosen: string | null }>({ open: null, chosen: null });
  return {
    ...sheet,
    show: (act: SheetAct, chosen: string | null = null) => setSheet({ open: act, chosen }),
    close: () => setSheet({ open: null, chosen: null }),
  };
}

export function WishPage({ wish, onChanged, onReload, onShare }: Props) {
  const me = useMe();
  const sheet = useSheet();
  const { notice, act, announce } = useAct({ onChanged, onReload });
  usePullDownRefresh(() => void onReload().then(() => Taro.stopPullDownRefresh()));

  const viewer = { representativeId: me?.representativeId, isPresidium: hasRole(me, 'presidium') };
  const handleAct = (chosen: Act) => {
    if (chosen === 'claim') return act('claim', () => call('wish.claim', { id: wish.id }));
    if (chosen === 'review') return open(routes.review, { id: wish.id });
    if (chosen === 'post') return startPost(wish.id);
    if (isSheetAct(chosen)) sheet.show(chosen);
  };
  const handleIssued = ({ department, code }: OrderView) => {
    sheet.close();
    void announce(`已交办给${department.name}，交办单 ${code}。`);
  };
  const acts = actsOf(wish, viewer.representativeId);
  // A bar that holds nothing but 撤回 would draw people to it.
  const isCalm = acts.every(isQuiet);
  const bar = <ActionBar wish={wish} representativeId={viewer.representativeId} acts={acts} onAct={handleAct} />;

  return (
    <Page bar={isCalm ? null : bar}>
      {notice ? <Notice {...notice} /> : null}
      <WishContent wish={wish} />
      <WishHolder wish={wish} />
      <Requests wish={wish} />
      <CouldHelp
        wish={wish}
        viewer={me}
        onAssign={wish.allowed.includes('assign') ? (id) => sheet.show('assign', id) : null}
      />
      {/* Nobody has to look up their own number. */}
      {wish.mayReveal && !isOwnWish(wish) ? <Contact id={wish.id} /> : null}
      <Orders wish={wish} />
      <Helpers wish={wish} />
      <WishResult wish={wish} />
      <CallBacks wish={wish} />
      <WishHistory wish={wish} />
      {wish.reveals ? <Reveals reveals={wish.reveals} /> : null}
      <ShareButton text="转发给别人看" onShare={onShare} />
      {isCalm ? <Quiet wish={wish} representativeId={viewer.representativeId} acts={acts} onAct={handleAct} /> : null}
      <ActSheets
        key={wish.rev}
        wish={wish}
        viewer={viewer}
        open={sheet.open}
        chosen={sheet.chosen}
        onClose={sheet.close}
        act={act}
        onIssued={handleIssued}
      />
    </Page>
  );
}

interface QuietProps {
  wish: WishView;
  representativeId: string | undefined;
  acts: readonly Act[];
  onAct: (act: Act) => void | Promise<unknown>;
}

/** At the very end, and quiet. */
const Quiet = ({ wish, representativeId, acts, onAct }: QuietProps) => (
  <>
    {acts.map((act) => (
      <View key={act} className="wish-page__undo">
        <Button id={`act-${act}`} kind="quiet" text={labelOf(act, wish, representativeId)} onPress={() => onAct(act)} />
      </View>
    ))}
  </>
);
