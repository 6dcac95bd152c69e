import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import type { BulkResult } from './use-bulk';

interface Props {
  actLabel: string;
  result: BulkResult;
  onClose: () => void;
}

/** How many were done, and each that was not, with why. */
export function BulkResultView({ actLabel, result: { done, refused, failure, unknown }, onClose }: Props) {
  return (
    <View id="bulk-result">
      {done > 0 ? <Notice tone="good" text={`已${actLabel} ${done} 件`} /> : null}
      {failure === '' ? null : (
        <Notice tone="bad" text={`${failure}。还有 ${unknown} 件没有结果，请关闭后核对，没办的可以再选一次。`} />
      )}
      {refused.length === 0 ? null : (
        <View>
          <View className="bulk__bad">{refused.length} 件没有办成：</View>
          {refused.map(({ wish, message }) => (
            <View key={wish.id} className="bulk__refused">
              <View className="bulk__code">{wish.code}</View>
              <View className="bulk__content">{wish.content}</View>
              <View className="bulk__why">{message}</View>
            </View>
          ))}
        </View>
      )}
      <Button id="bulk-close" kind="primary" size="big" text="知道了" onPress={onClose} />
    </View>
  );
}
