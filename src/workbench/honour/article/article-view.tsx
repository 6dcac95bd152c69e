import { View } from '@tarojs/components';
import type { ModelView } from '../../../../contract/honour';
import { filledIn, quotedIn } from '../../../../domain/article';
import { wholeMonthText } from '../../../../domain/model';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { PhotoGrid } from '../../../components/photo-grid';
import { ShareButton } from '../../../components/share-button';
import { Tag } from '../../../components/tag';
import { ArticleText } from '../../../features/honour/article-text';
import { FigureTable, useFigureSheet } from '../../../features/honour/figure-rows';
import { dayText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import './article.scss';

export const titleOf = ({ title, figures }: ModelView): string => filledIn(title, figures);

interface Props {
  model: ModelView;
  onShare: () => Promise<void>;
}

/** The article, its pictures, and what its figures were counted from. */
export function ArticleView({ model, onShare }: Props) {
  const { month, groupName, representative, text, figures, photos, publishedAt, allowed } = model;
  const { show, sheet } = useFigureSheet();
  const quoted = quotedIn(model.title, text);
  const shown = figures.filter(({ name }) => quoted.includes(name));
  return (
    <>
      {publishedAt ? null : <Notice tone="plain" text="还没有发布，这里只有办理的人看得到。" />}
      <Card id="article">
        <Tag text={`${wholeMonthText(month)}典型代表`} tone="red" />
        <View className="article__title">{titleOf(model)}</View>
        <View className="article__who">
          {groupName} {representative}
          {publishedAt ? ` · ${dayText(publishedAt)}发布` : ''}
        </View>
        <ArticleText text={text} figures={figures} onFigure={show} />
        <PhotoGrid photos={photos} label="事迹照片" />
      </Card>
      {shown.length > 0 ? (
        <Card title="文中的数字">
          <View className="article__hint">{publishedAt ? '发布时的数字，' : ''}每个数字都可以点开看依据。</View>
          <FigureTable figures={shown} onFigure={show} />
        </Card>
      ) : null}
      <View className="article__next">
        {publishedAt ? <ShareButton id="share-article" text="转发给别人看" onShare={onShare} /> : null}
        {allowed.length > 0 ? (
          <Button id="open-model" text="办理这篇稿件" onPress={() => open(routes.model, { id: model.id })} />
        ) : null}
        <Button text="看看其他典型代表" onPress={() => open(routes.articles)} />
      </View>
      {sheet}
    </>
  );
}
