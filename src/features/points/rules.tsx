import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';
import './rules.scss';

/** How points come, from the rules that hold today. */
export function PointsRules() {
  const { data } = useLoad(() => call('points.rules', {}), 'rules');
  // The board says its piece without them.
  if (!data) return null;
  return (
    <Card title={`积分怎么来（${data.scheme.name}）`}>
      {data.items.map((rule) => (
        <View key={rule.code} className="points-rules__rule">
          <View className="points-rules__name">{rule.name}</View>
          <View className="points-rules__formula">{rule.formula}</View>
        </View>
      ))}
      <View className="points-rules__formula">认领不计分，办成了、群众评价了才计分。</View>
    </Card>
  );
}
