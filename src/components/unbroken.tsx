import { View } from '@tarojs/components';
import './unbroken.scss';

/** 'CJ-JB-2026-0001', '2021-0155', '12月16日', '2027年1月6日', '09:00–11:30', '3 天', '-1.5 分' */
const PIECES =
  /((?:[A-Z]+-)*\d{4}-\d{4,}|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}(?:–\d{1,2}:\d{2})?|[-+]?\d+(?:\.\d+)? [天件次条分])/;

/** Words in which a number or a date is never cut in two at the end of a line. */
export function Unbroken({ text }: { text: string }) {
  return (
    <>
      {text.split(PIECES).map((piece, index) =>
        // What was split at stands at every second place.
        index % 2 === 1 ? (
          <View key={index} className="unbroken">
            {piece}
          </View>
        ) : (
          piece
        ),
      )}
    </>
  );
}
