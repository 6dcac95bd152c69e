import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../../contract/contract';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Columns } from '../../components/chart/columns';
import { ProgressBar } from '../../components/chart/progress';
import { StreakDots } from '../../components/chart/streak-dots';
import { grouped } from '../../platform/numbers';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import './my-place.scss';

type Mine = Output<'points.mine'>;

const SHOWN_WAYS = 4;

/** One's own place, and what is missing to the next. */
export function MyPlace({ mine }: { mine: Mine }) {
  return (
    <Card>
      <View id="my-place" className="my-place">
        <View className="my-place__rank">
          第 <View className="my-place__number">{mine.rank}</View> 名
        </View>
        <View className="my-place__sum">
          {grouped(mine.points)} 分 · 共 {mine.people} 位代表
        </View>
      </View>
      <View className="my-place__next">{nextText(mine)}</View>
      <Streak mine={mine} />
      <Button id="my-entries" text="看我的每一条积分" onPress={() => open(routes.entries)} />
    </Card>
  );
}

/** What would move one up, and how the year has gone. */
export function MyYear({ mine }: { mine: Mine }) {
  const isEmpty = mine.moves.length === 0 && mine.months.every(({ points }) => points === 0);
  if (isEmpty) return null;
  return (
    <Card>
      <Ways mine={mine} />
      <Year mine={mine} />
    </Card>
  );
}

function nextText({ next, state, rank }: Mine): string {
  if (state === 'frozen') return '这段时间已封账，名次不再变动。';
  if (next) return `再得 ${grouped(next.gap)} 分，就追上第 ${next.rank} 名。`;
  return rank === 1 ? '您在最前面。' : '';
}

function Streak({ mine: { streak, months } }: { mine: Mine }) {
  if (streak.longest === 0) return null;
  const dots = months.map(({ month, deeds }) => ({ key: month, name: `${Number(month.slice(5))}`, isOn: deeds > 0 }));
  return (
    <View className="my-place__part">
      <View className="my-place__title">
        {streak.current > 0 ? `已连续 ${streak.current} 个月有履职记录` : '这个月还没有履职记录'}
        {streak.longest > streak.current ? `，最长 ${streak.longest} 个月` : ''}
      </View>
      <StreakDots id="my-streak" label="有履职记录的月份" dots={dots} />
    </View>
  );
}

function Ways({ mine: { moves } }: { mine: Mine }) {
  const [all, setAll] = useState(false);
  if (moves.length === 0) return null;
  const shown = all ? moves : moves.filter(isEverydayWay).slice(0, SHOWN_WAYS);
  return (
    <View id="my-ways" className="my-place__part">
      <View className="my-place__title">怎样再往前走</View>
      {shown.map(({ rule, name, brings, atMost, room }) => (
        <View key={rule} className="my-place__way">
          <View className="my-place__way-name">{name}</View>
          <View className="my-place__way-points">
            +{brings}
            {atMost === undefined ? '' : `～${atMost}`} 分
          </View>
          {room ? (
            <View className="my-place__way-room">
              {roomWords[room.span]}还可得 {grouped(room.points)} 分
            </View>
          ) : null}
        </View>
      ))}
      {shown.length < moves.length ? (
        <View className="my-place__more">
          <Button text="看全部办法" onPress={() => setAll(true)} />
        </View>
      ) : null}
    </View>
  );
}

/** What lies in one's own hands; commendations and the like come after. */
const isEverydayWay = ({ part }: Mine['moves'][number]): boolean => part === 'duty';

const roomWords = { day: '今天', month: '本月', year: '今年', part: '本类今年' } as const;

function Year({ mine: { year, parts, months } }: { mine: Mine }) {
  const capped = parts.filter(({ cap }) => cap !== undefined);
  return (
    <View className="my-place__part">
      {months.some(({ points }) => points > 0) ? (
        <>
          <View className="my-place__title">{year}年各月积分</View>
          <Columns
            id="my-months"
            label={`${year}年各月积分`}
            unit="分"
            columns={months.map(({ month, points }) => ({
              key: month,
              name: `${Number(month.slice(5))}月`,
              value: points,
              isMarked: month === months.at(-1)?.month,
            }))}
          />
        </>
      ) : null}
      {capped.map(({ part, name, got, cap = 0 }) => (
        <View key={part} className="my-place__cap">
          <View className="my-place__cap-name">{name}</View>
          <ProgressBar label={name} value={Math.max(0, got)} total={cap} text={`${got} / ${cap} 分`} />
        </View>
      ))}
      {parts
        .filter(({ part, got }) => part === 'deduction' && got < 0)
        .map(({ part, name, got }) => (
          <View key={part} className="my-place__cap-name">
            {name}：{got} 分
          </View>
        ))}
    </View>
  );
}
