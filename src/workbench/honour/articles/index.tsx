import { Image, View } from '@tarojs/components';
import type { ModelCard } from '../../../../contract/honour';
import { wholeMonthText } from '../../../../domain/model';
import { Card } from '../../../components/card';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tag } from '../../../components/tag';
import { call } from '../../../platform/call';
import { open, openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useList } from '../../../platform/use-list';
import './articles.scss';

/** 典型代表: what has been published, for everybody. */
export default function ArticlesPage() {
  const list = useList((page) => call('honour.list', page), 'articles');
  const content = () => {
    if (list.state === 'loading') return <LoadingSkeleton />;
    if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
    if (list.items.length === 0) {
      return (
        <EmptyState
          title="还没有发布典型代表"
          text="每个代表小组每月推荐一位，次月 5 日前在这里发布。"
          action={{ text: '看看晒单', onPress: () => openTab(routes.feed) }}
        />
      );
    }
    return (
      <>
        {list.items.map((article) => (
          <ArticleCard key={article.id} article={article} />
        ))}
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      </>
    );
  };
  return <Page>{content()}</Page>;
}

function ArticleCard({ article }: { article: ModelCard }) {
  const { id, month, groupName, representative, title, photo } = article;
  return (
    <Card id={`article-${id}`} label={`${representative}：${title}`} onPress={() => open(routes.article, { id })}>
      <View className="article-card">
        <View className="article-card__words">
          <View className="article-card__title">{title}</View>
          <View className="article-card__who">
            {groupName} {representative}
          </View>
          <Tag text={`${wholeMonthText(month)}典型代表`} tone="red" />
        </View>
        {photo ? (
          <View className="article-card__photo">
            <Image className="article-card__image" src={photo.thumb} mode="aspectFill" lazyLoad />
          </View>
        ) : null}
      </View>
    </Card>
  );
}
