import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { copyText } from '../../../platform/copy';
import type { Loaded } from '../../../platform/use-load';

/** 简报, computed from the ledger; to be copied into the town's own paper. */
export function BriefingPanel({ briefing: { state, data, error, reload } }: { briefing: Loaded<string> }) {
  if (state === 'loading') return <LoadingSkeleton rows={1} />;
  if (data === null) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  return (
    <Card title="简报" id="briefing">
      <View className="desk__briefing">{data}</View>
      <View className="desk__controls desk__narrow-button">
        <Button id="copy-briefing" text="复制简报" onPress={() => copyText(data, '简报已复制')} />
      </View>
    </Card>
  );
}
