import { View } from '@tarojs/components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { hasRole } from '../../../../domain/caller';
import type { QueueItem, QueueKind } from '../../../../contract/post-judging';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { counted } from '../../../features/notice/counted';
import { ForOffice } from '../../../features/account/for-office';
import { hideQuestion, ReasonSheet } from '../../../features/post/reason-sheet';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useList, type Listed } from '../../../platform/use-list';
import { useLoad } from '../../../platform/use-load';
import { JudgedCard } from './judged-card';
import { useJudging } from './use-judging';
import './judging.scss';

const kinds = {
  reported: { label: '被举报', empty: '没有被举报的晒单和评论', hint: '有人举报的，先看理由，再决定。' },
  hinted: { label: '有提示', empty: '没有需要留意的晒单和评论', hint: '标黄的是可能不合适的字词，请看一看上下文。' },
  fresh: { label: '新发布', empty: '新发布的都看过了', hint: '新发布的晒单和评论，请浏览一遍。' },
} as const satisfies Record<QueueKind, { label: string; empty: string; hint: string }>;

const kindKeys = Object.keys(kinds) as QueueKind[];

/** 审看: what was reported, what a check stopped at, and what nobody has looked at yet. */
export default function JudgingPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'liaison', 'presidium')}
      title="这里是审看晒单和评论的地方"
      text="由代表小组组长、联络员和镇人大主席团审看。"
      wide
    >
      {() => (
        <Page wide>
          <Judging />
        </Page>
      )}
    </ForOffice>
  );
}

const firstWaiting = (counts: Record<QueueKind, number>): QueueKind =>
  kindKeys.find((kind) => counts[kind] > 0) ?? 'reported';

const PAGE_SIZE = 20;
/** With fewer left, the next ones are fetched before the last is done. */
const FEW = 5;

function Judging() {
  const [chosen, setChosen] = useState<QueueKind | null>(null);
  const counts = useLoad(() => call('post.queueCount', {}), 'counts');
  // The first that has something in it, once that is known; it stays when its last one has been dealt with.
  const first = useRef<QueueKind | null>(null);
  if (first.current === null && counts.data) first.current = firstWaiting(counts.data);
  const kind = chosen ?? first.current ?? 'reported';
  const isKnown = counts.state !== 'loading';
  const list = useList((page) => call('post.queue', { kind, ...page, limit: PAGE_SIZE }), isKnown ? kind : null);
  const judging = useJudging(list, counts.reload);

  const { items, more, loadMore } = list;
  useEffect(() => {
    if (items.length < FEW && more === 'idle') void loadMore();
  }, [items.length, more, loadMore]);

  const options = kindKeys.map((key) => ({
    value: key,
    label: `${kinds[key].label}${counts.data ? ` ${counted(counts.data[key])}` : ''}`,
  }));
  return (
    <View>
      <Tabs label="审看哪一类" options={options} value={kind} onChange={setChosen} />
      <Queue list={list} kind={kind}>
        {(item) => (
          <JudgedCard
            key={item.id}
            item={item}
            onClear={() => judging.clear(item)}
            onHide={() => judging.askWhy(item)}
            onUnhide={() => judging.unhide(item)}
          />
        )}
      </Queue>
      <ReasonSheet
        question={judging.asked ? hideQuestion(judging.asked.of === 'post' ? '晒单' : '评论') : null}
        send={judging.hide}
        onClose={judging.cancel}
      />
    </View>
  );
}

interface QueueProps {
  list: Listed<QueueItem>;
  kind: QueueKind;
  children: (item: QueueItem) => ReactNode;
}

function Queue({ list, kind, children }: QueueProps) {
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return <EmptyState title={kinds[kind].empty} text="有新的会出现在这里，下拉可以刷新。" />;
  }
  return (
    <View id="judging">
      <View className="judging__hint">{kinds[kind].hint}等得最久的在最前面。</View>
      <View className="judging__items">{list.items.map(children)}</View>
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
