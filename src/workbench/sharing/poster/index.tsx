import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { EmptyState } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { useCardAhead } from '../../../features/post/card-picture';
import { feedShare, sharedPost } from '../../../features/post/post-share';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useShare } from '../../../platform/share';
import { Drawing } from './drawing';
import { SaveBar } from './save-bar';
import { useDrawing, type Kind } from './use-poster';

const kinds = [
  { value: 'poster', label: '海报' },
  { value: 'card', label: '分享卡片' },
] as const satisfies readonly { value: Kind; label: string }[];

export default function PosterPage() {
  const { id = '' } = useRouter().params;
  const [kind, setKind] = useState<Kind>('poster');
  const drawing = useDrawing(id, kind);
  const { data } = drawing;
  useCardAhead(id === '' ? null : id);
  const share = useShare(data ? sharedPost(id, data.facts.title) : feedShare);

  if (id === '') {
    return (
      <Page>
        <EmptyState
          title="没有说是哪条晒单"
          text="请从一条晒单的页面上点“海报”进来。"
          action={{ text: '去看晒单', onPress: () => openTab(routes.feed) }}
        />
      </Page>
    );
  }
  return (
    <Page bar={data ? <SaveBar key={kind} kind={kind} drawing={data} onShare={share} /> : undefined}>
      <Tabs<Kind> label="看哪一种" options={kinds} value={kind} onChange={setKind} />
      <Drawing kind={kind} drawing={drawing} />
    </Page>
  );
}
