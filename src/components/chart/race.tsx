import { View } from '@tarojs/components';
import { aria } from '../aria';
import { placesAt, rankAt, type RaceLine } from './ranks';
import './race.scss';

interface Props {
  /** What is shown, read aloud before the ranks. */
  label: string;
  /** '1月', '2月' …: one for each value of a line. */
  steps: readonly string[];
  /** Up to eight. */
  lines: readonly RaceLine[];
  mineKey?: string | undefined;
  id?: string | undefined;
}

/** Who stood where, month by month: a line for each group, the first at the top. */
export function Race({ label, steps, lines, mineKey, id }: Props) {
  const places = steps.map((_, step) => placesAt(lines, step));
  const last = steps.length - 1;
  const ends = lines
    .map((line, index) => ({ line, index, place: places[last]?.[index] ?? index, rank: rankAt(lines, line, last) }))
    .sort((one, other) => one.place - other.place);
  const spoken = ends
    .map(
      ({ line, rank }) =>
        `${line.name}第${rank}名，逐月名次 ${steps.map((_, step) => rankAt(lines, line, step)).join('、')}`,
    )
    .join('；');
  if (last < 0 || lines.length === 0) return null;
  return (
    <View {...(id ? { id } : {})} className="race" {...aria('img', { label: `${label}：${spoken}` })}>
      <View className="race__left">
        <View className="race__field" style={{ height: `calc(var(--row) * ${lines.length})` }}>
          {lines.map((line, index) => (
            <Track
              key={line.key}
              colour={index}
              places={places.map((step) => step[index] ?? 0)}
              rows={lines.length}
              isMine={line.key === mineKey}
            />
          ))}
        </View>
        <View className="race__steps">
          <View>{steps[0]}</View>
          {last > 0 ? <View>{steps[last]}</View> : null}
        </View>
      </View>
      <View className="race__names">
        {ends.map(({ line, index, rank }) => (
          <View key={line.key} className={`race__name${line.key === mineKey ? ' race__name--mine' : ''}`}>
            <View className={`race__chip race__colour--${index}`}>{rank}</View>
            <View className="race__word">{line.name}</View>
          </View>
        ))}
      </View>
    </View>
  );
}

interface TrackProps {
  colour: number;
  places: readonly number[];
  rows: number;
  isMine: boolean;
}

/** A stretch between two months is a box whose diagonal a gradient draws: no drawing surface, any size. */
function Track({ colour, places, rows, isMine }: TrackProps) {
  const across = (step: number) => (places.length === 1 ? 100 : (step / (places.length - 1)) * 100);
  const down = (place: number) => ((place + 0.5) / rows) * 100;
  return (
    <>
      {places.slice(1).map((place, step) => {
        const before = places[step] ?? 0;
        const direction = place === before ? 'level' : place < before ? 'up' : 'down';
        const top = Math.min(down(before), down(place));
        return (
          <View
            key={`line-${step}`}
            className={`race__line race__line--${direction} race__colour--${colour}${isMine ? ' race__line--mine' : ''}`}
            style={{
              left: `${across(step)}%`,
              top: `${top}%`,
              width: `${across(1)}%`,
              ...(direction === 'level' ? {} : { height: `${Math.abs(down(place) - down(before))}%` }),
            }}
          />
        );
      })}
      {places.map((place, step) => (
        <View
          key={`dot-${step}`}
          className={`race__dot race__colour--${colour}`}
          style={{ left: `${across(step)}%`, top: `${down(place)}%` }}
        />
      ))}
    </>
  );
}
