import { Text } from '@tarojs/components';
import type { Output } from '../../../../contract/contract';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { copyText } from '../../../platform/copy';
import type { Loaded } from '../../../platform/use-load';
import './brief.scss';

/** The day's posts as one text, as it will stand in the group. */
export function BriefText({ brief: { state, data, error, reload } }: { brief: Loaded<Output<'post.brief'>> }) {
  if (state === 'loading') return <LoadingSkeleton rows={2} />;
  if (data === null) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  if (data.posts === 0) {
    return <EmptyState title="这一天还没有晒单" text="换一天看看；有人晒单以后，这里就有可以复制的简报。" />;
  }
  return (
    <Card title={`这一天有 ${data.posts} 条晒单`}>
      <Text id="brief-text" className="brief__text" userSelect>
        {data.text}
      </Text>
    </Card>
  );
}

/** Stays in sight however long the day was. */
export const CopyBrief = ({ text }: { text: string }) => (
  <Button
    id="copy-brief"
    kind="primary"
    size="big"
    text="复制到群里"
    onPress={() => copyText(text, '已复制，去群里长按粘贴')}
  />
);
