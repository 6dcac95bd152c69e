import { View } from '@tarojs/components';
import type { Overview } from '../../../contract/report';
import { Pressable } from '../../components/pressable';
import { setLargeType, useLargeType } from '../../platform/large-type';
import { grouped } from '../../platform/numbers';
import { rates, wallCounts, wallGroupKeys, wallGroups, type WallGroup } from './wish-status';
import './wall-summary.scss';

interface Props {
  town: string;
  campaign: string;
  overview: Overview | null;
  group: WallGroup | null;
  onGroup: (group: WallGroup | null) => void;
}

/** The top of the wall: whose it is, and honest counts; a count pressed shows its wishes. */
export function WallSummary({ town, campaign, overview, group, onGroup }: Props) {
  const counts = overview ? wallCounts(overview) : null;
  const rate = overview ? rates(overview) : null;
  const isLarge = useLargeType();
  return (
    <View className="wall-summary">
      <View className="wall-summary__top">
        <View className="wall-summary__whose">
          <View className="wall-summary__town">{town}微心愿</View>
          <View className="wall-summary__campaign">{campaign}</View>
        </View>
        <Pressable
          id="wall-large-type"
          className="wall-summary__type"
          label={isLarge ? '换回普通大小的字' : '把所有页面的字变大'}
          onPress={() => setLargeType(!isLarge)}
        >
          {isLarge ? '小字' : '大字'}
        </Pressable>
      </View>
      <View className="wall-summary__total">
        已登记 <View className="wall-summary__number">{overview ? grouped(overview.wishes.registered) : '…'}</View>{' '}
        个心愿
      </View>
      <View className="wall-summary__counts">
        {wallGroupKeys.map((key) => (
          <Pressable
            key={key}
            className={`wall-summary__count${key === group ? ' wall-summary__count--on' : ''}`}
            label={`${wallGroups[key].label} ${counts?.[key] ?? ''}${key === group ? '，正在只看这些' : ''}`}
            onPress={() => onGroup(key === group ? null : key)}
          >
            <View className="wall-summary__figure">{counts?.[key] ?? '…'}</View>
            <View className="wall-summary__word">{wallGroups[key].label}</View>
          </Pressable>
        ))}
      </View>
      <View className="wall-summary__rates">
        <View className="wall-summary__rate">办结率 {rate?.done ?? '…'}</View>
        <View className="wall-summary__rate">实际解决率 {rate?.solved ?? '…'}</View>
      </View>
    </View>
  );
}
