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
            <View className="wall-summary__figure">{counts ? grouped(counts[key]) : '…'}</View>
            <View className="wall-summary__word">{wallGroups[key].label}</View>
          </Pressable>
        ))}
      </View>
      <View className="wall-summary__rates">
        <Rate name="办结率" percent={rate?.done} from={countText('已办结', overview?.wishes.fulfilled)} />
        <Rate name="实际解决率" percent={rate?.solved} from={countText('已解决', overview?.wishes.resolved)} />
      </View>
    </View>
  );
}

/** The figure that a rate comes from: '已解决 72 件'. */
const countText = (what: string, count: number | undefined): string =>
  count === undefined ? '' : `${what} ${grouped(count)} 件`;

interface RateProps {
  name: string;
  percent: string | undefined;
  from: string;
}

const Rate = ({ name, percent, from }: RateProps) => (
  <View className="wall-summary__rate">
    <View className="wall-summary__word">{name}</View>
    <View className="wall-summary__figure">{percent ?? '…'}</View>
    <View className="wall-summary__from">{from}</View>
  </View>
);
