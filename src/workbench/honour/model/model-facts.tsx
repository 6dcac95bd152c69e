import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { ModelView } from '../../../../contract/honour';
import { filledIn, quotedIn } from '../../../../domain/article';
import { wholeMonthText } from '../../../../domain/model';
import { modelStatusLabels } from '../../../../domain/labels';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { PhotoGrid } from '../../../components/photo-grid';
import { Tag } from '../../../components/tag';
import { ArticleText } from '../../../features/honour/article-text';
import { FigureTable, useFigureSheet } from '../../../features/honour/figure-rows';
import { modelTones } from '../../../features/honour/model-status';
import { timeText } from '../../../platform/dates';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="model-fact">
      <View className="model-fact__name">{name}</View>
      <View className="model-fact__value">{children}</View>
    </View>
  );
}

/** What is left to do and for whom, where the buttons do not say it. */
const waitingTexts = {
  drafting: null,
  signing: '等组长签字，签字前可以退回修改。',
  signed: '等主席团核稿发布。',
  published: null,
  none: null,
} as const satisfies Record<ModelView['status'], string | null>;

/** Who is named, how far it has come, and who stands behind it. */
export function ModelFacts({ model }: { model: ModelView }) {
  const { status, groupName, month, representative, isLate, sentBack, draftedBy, signedBy, signedAt, publishedAt } =
    model;
  const isMine = model.allowed.includes('sign') || model.allowed.includes('publish');
  const waiting = isMine ? null : waitingTexts[status];
  return (
    <Card id="model">
      <View className="model-page__top">
        <Tag text={modelStatusLabels[status]} tone={modelTones[status]} />
        {isLate ? <Tag text="已逾期" tone="red" /> : null}
      </View>
      <View className="model-page__head">{representative}</View>
      {sentBack ? <Notice tone="bad" text={`被退回：${sentBack}`} /> : null}
      {waiting ? <View className="model-page__hint">{waiting}</View> : null}
      <Fact name="小组">
        {groupName} {wholeMonthText(month)}
      </Fact>
      {draftedBy ? <Fact name="起草">{draftedBy}</Fact> : null}
      {signedBy && signedAt ? (
        <Fact name="签字">
          {signedBy} · {timeText(signedAt)}
        </Fact>
      ) : null}
      {publishedAt ? <Fact name="发布">{timeText(publishedAt)}</Fact> : null}
    </Card>
  );
}

/** The article for those who may not write it now. */
export function ReadArticle({ model }: { model: ModelView }) {
  const { title, text, figures, photos } = model;
  const { show, sheet } = useFigureSheet();
  const quoted = quotedIn(title, text);
  return (
    <>
      <Card id="preview">
        <View className="editor__title">{filledIn(title, figures)}</View>
        <ArticleText text={text} figures={figures} onFigure={show} />
        <PhotoGrid photos={photos} label="事迹照片" />
      </Card>
      <Card title="文中的数字">
        <FigureTable figures={figures.filter(({ name }) => quoted.includes(name))} onFigure={show} />
      </Card>
      {sheet}
    </>
  );
}
