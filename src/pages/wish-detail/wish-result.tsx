import { View } from '@tarojs/components';
import type { WishView } from '../../../contract/wish-views';
import { contactWayLabels, ratingLabels, resolutionLabels } from '../../../domain/labels';
import { Card } from '../../components/card';
import { PhotoGrid } from '../../components/photo-grid';
import { Tag } from '../../components/tag';
import { outcomeText } from '../../features/outcome/outcome-draft';
import { dayText } from '../../platform/dates';
import './wish-result.scss';

/** What was done, what it brought, and what the wisher says of it; or what the wisher was told where it cannot be. */
export function WishResult({ wish }: { wish: WishView }) {
  const { result, outcomes, rating, resolved, comment } = wish;
  const hasResult = result !== undefined || outcomes.length > 0 || rating !== undefined;
  return (
    <>
      <Explanation wish={wish} />
      {hasResult ? (
        <Card title="办理结果">
          {result ? (
            <View>
              <View>{result.note}</View>
              <View className="wish-result__when">{dayText(result.at)}办结</View>
              {result.photos.length > 0 ? <PhotoGrid photos={result.photos} label="办结照片" /> : null}
            </View>
          ) : null}
          {outcomes.length > 0 ? (
            <View className="wish-result__outcomes">
              {outcomes.map((outcome, index) => (
                <Tag key={index} text={outcomeText(outcome)} tone="green" />
              ))}
            </View>
          ) : null}
          {rating ? (
            <View className="wish-result__rating">
              心愿人评价：{ratingLabels[rating]}
              {resolved ? `，${resolutionLabels[resolved]}` : ''}
              {comment ? <View className="wish-result__comment">“{comment}”</View> : null}
            </View>
          ) : null}
        </Card>
      ) : null}
    </>
  );
}

function Explanation({ wish: { status, explanation, followUpOn } }: { wish: WishView }) {
  if (status !== 'answered' || !explanation) return null;
  return (
    <Card title="为什么暂难解决">
      <View>{explanation.text}</View>
      <View className="wish-result__when">
        {dayText(explanation.at)}
        {contactWayLabels[explanation.way]}告知心愿人
      </View>
      {followUpOn ? <View>已列入计划，{dayText(followUpOn)}再看一次。</View> : null}
    </Card>
  );
}
