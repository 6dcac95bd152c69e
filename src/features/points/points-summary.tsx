import { View } from '@tarojs/components';
import { shanghaiMonth, shanghaiYear } from '../../../domain/time';
import { Card } from '../../components/card';
import { call } from '../../platform/call';
import { grouped } from '../../platform/numbers';
import { useLoad } from '../../platform/use-load';
import './points-summary.scss';

/** One's own points and place, of this month, this year and altogether. */
export function PointsSummary() {
  const { data } = useLoad(loadPlaces, 'places');
  // The entries below are what counts: without their sum the page is still right.
  if (!data) return null;
  return (
    <Card>
      <View id="my-points" className="points-summary">
        {data.map(({ name, place }) => (
          <View key={name} className="points-summary__span">
            <View className="points-summary__name">{name}</View>
            <View className="points-summary__points">{grouped(place?.points ?? 0)} 分</View>
            <View className="points-summary__name">{place ? `第 ${place.rank} 名` : '还没有名次'}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}

async function loadPlaces() {
  const now = new Date();
  const spans = [
    { name: '本月', period: shanghaiMonth(now) },
    { name: '本年', period: shanghaiYear(now) },
    { name: '累计', period: 'all' },
  ];
  return Promise.all(
    spans.map(async ({ name, period }) => {
      const { mine } = await call('points.board', { period, by: 'representative', limit: 1 });
      return { name, place: mine };
    }),
  );
}
