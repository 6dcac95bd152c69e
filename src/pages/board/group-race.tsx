import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Bars } from '../../components/chart/bars';
import { Race } from '../../components/chart/race';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';
import './group-race.scss';

/** As many lines as can be told apart. */
const MOST_LINES = 8;

/** 小组赛程: who stood where month by month, and the points for each head, since groups differ in size. */
export function GroupRace({ year, mineId }: { year: string; mineId: string | undefined }) {
  const { data } = useLoad(() => call('points.race', { year }), `race-${year}`);
  // The list above says the same in figures.
  if (!data || data.groups.every(({ total }) => total === 0)) return null;
  const lines = data.groups
    .slice(0, MOST_LINES)
    .map(({ id, name, cumulative }) => ({ key: id, name, values: cumulative }));
  const perHead = [...data.groups].sort((a, b) => b.perHead - a.perHead);
  return (
    <Card title={`${year}年小组赛程`}>
      <Race
        id="group-race"
        label="各小组逐月名次"
        steps={data.months.map((month) => `${Number(month.slice(5))}月`)}
        lines={lines}
        {...(mineId === undefined ? {} : { mineKey: mineId })}
      />
      <View className="group-race__title">人均积分</View>
      <Bars
        id="group-heads"
        label="各小组人均积分"
        unit="分"
        bars={perHead.map(({ id, name, perHead: value, members }) => ({
          key: id,
          name,
          value,
          note: `${members} 位代表`,
          isMine: id === mineId,
        }))}
      />
    </Card>
  );
}
