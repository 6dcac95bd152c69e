import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView } from '../../../../contract/campaign-view';
import { metricUnits, metrics, type Metric } from '../../../../domain/campaign';
import { goalMetricLabels } from '../../../../domain/labels';
import { Card } from '../../../components/card';
import { Pressable } from '../../../components/pressable';
import { Unbroken } from '../../../components/unbroken';
import { grouped } from '../../../platform/numbers';
import { FiledSheet, type FiledKind } from './filed-sheet';

const kindOf = {
  registered: 'wish',
  fulfilled: 'wish',
  resolved: 'wish',
  posts: 'post',
  duties: 'duty',
  visits: 'duty',
} as const satisfies Record<Metric, FiledKind>;

/** What the campaign has brought; each figure leads to what is behind it. */
export function FiguresCard({ campaign }: { campaign: CampaignView }) {
  const { id, figures, mine } = campaign;
  const [shown, setShown] = useState<FiledKind | null>(null);
  // Duties are the representatives' own: others see how many.
  const seesDuties = campaign.notice !== undefined;
  return (
    <Card title="活动成效">
      <View className="campaign-figures">
        {metrics.map((metric) => {
          const content = (
            <>
              <View className="campaign-figures__value">
                {grouped(figures[metric])}
                <View className="campaign-figures__unit">{metricUnits[metric]}</View>
              </View>
              <View className="campaign-figures__name">{goalMetricLabels[metric]}</View>
            </>
          );
          const kind = kindOf[metric];
          return kind === 'duty' && !seesDuties ? (
            <View key={metric} className="campaign-figures__one">
              {content}
            </View>
          ) : (
            <Pressable
              key={metric}
              id={`figure-${metric}`}
              className="campaign-figures__one"
              label={`${goalMetricLabels[metric]} ${figures[metric]} ${metricUnits[metric]}，看是哪些`}
              onPress={() => setShown(kind)}
            >
              {content}
            </Pressable>
          );
        })}
      </View>
      {mine ? (
        <View id="mine" className="campaign__hint">
          <Unbroken
            text={`我的：登记 ${mine.figures.registered} 件，办结 ${mine.figures.fulfilled} 件，晒单 ${mine.figures.posts} 条`}
          />
        </View>
      ) : null}
      <FiledSheet id={id} kind={shown} onClose={() => setShown(null)} />
    </Card>
  );
}
