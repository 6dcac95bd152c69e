import { View } from '@tarojs/components';
import { pointsRules } from '../../../domain/points';
import { Card } from '../../components/card';
import './rules.scss';

/** How points come, from the rules themselves. */
export function PointsRules() {
  return (
    <Card title="积分怎么来">
      {Object.values(pointsRules).map((rule) => (
        <View key={rule.code} className="points-rules__rule">
          <View className="points-rules__name">{rule.name}</View>
          <View className="points-rules__formula">{rule.formula}</View>
        </View>
      ))}
      <View className="points-rules__formula">认领不计分，办成了、群众评价了才计分。</View>
    </Card>
  );
}
