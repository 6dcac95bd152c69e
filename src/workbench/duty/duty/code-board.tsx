import { Image, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { DutyView } from '../../../../contract/duty-views';
import { Card } from '../../../components/card';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';

const LOOK_EVERY_S = 10;

interface Props {
  id: string;
  counts: DutyView['counts'];
  /** Looks how many have come. */
  onTick: () => Promise<void>;
}

/** The code for the hall, to be read from the last row; a new one comes by itself. */
export function CodeBoard({ id, counts, onTick }: Props) {
  const { state, data, error, reload } = useLoad(() => call('duty.code', { id }), id);
  const left = useCountdown(data?.secondsLeft ?? null, reload);
  useEvery(LOOK_EVERY_S, onTick);
  const { expected, present, leave, absent } = counts;
  return (
    <Card title="签到码" id="code-board">
      {state === 'loading' ? <LoadingSkeleton rows={1} /> : null}
      {error ? <ErrorState message={error.message} onRetry={reload} /> : null}
      {data ? (
        <View className="code-board">
          <View className="code-board__code">
            {data.code.slice(0, 3)} {data.code.slice(3)}
          </View>
          <View className="code-board__left">{clockOf(left)} 后换新码</View>
          <Image className="code-board__picture" src={data.qr} mode="scaleToFill" />
          <View className="code-board__hint">扫码，或在“履职活动”里输入这 6 位数字</View>
        </View>
      ) : null}
      <View className="code-board__count">
        已签到 {present} 人，应到 {expected + present + leave + absent} 人{leave > 0 ? `，请假 ${leave} 人` : ''}
      </View>
    </Card>
  );
}

const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.max(0, seconds % 60)).padStart(2, '0')}`;

/** Seconds that are left, by this device's own watch; at the end it asks anew. */
function useCountdown(seconds: number | null, onEnd: () => Promise<void>): number {
  const [left, setLeft] = useState(seconds ?? 0);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (seconds === null) return;
    const endsAt = Date.now() + seconds * 1000;
    setLeft(seconds);
    const timer = setInterval(() => {
      const now = Math.ceil((endsAt - Date.now()) / 1000);
      setLeft(Math.max(0, now));
      if (now > 0) return;
      clearInterval(timer);
      void end.current();
    }, 500);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}

function useEvery(seconds: number, work: () => Promise<void>): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    const timer = setInterval(() => void latest.current(), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
}
