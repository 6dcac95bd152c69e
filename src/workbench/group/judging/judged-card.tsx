import { View } from '@tarojs/components';
import type { QueueItem } from '../../../../contract/post-judging';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { MarkedText, type Mark } from '../../../components/marked-text';
import { PhotoGrid } from '../../../components/photo-grid';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { timeText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';

interface Props {
  item: QueueItem;
  onClear: () => Promise<void>;
  onHide: () => void;
  onUnhide: () => Promise<void>;
}

/** One 晒单 or comment with all that is needed to decide about it. */
export function JudgedCard({ item, onClear, onHide, onUnhide }: Props) {
  const { of, postId, text, who, at, photos, hidden, hints } = item;
  const what = of === 'post' ? '晒单' : '评论';
  const marks = hints.flatMap((hint): Mark[] =>
    hint.at === undefined ? [] : [{ at: hint.at, length: [...hint.word].length }],
  );
  return (
    <Card>
      <View className="judging__head">
        <Tag text={what} tone={of === 'post' ? 'red' : 'blue'} />
        {hidden ? <Tag text="已隐藏" tone="amber" /> : null}
        <View className="judging__who">{who}</View>
        <View className="judging__when">{timeText(at)}</View>
      </View>
      <MarkedText text={text} marks={marks} />
      {photos.length > 0 ? (
        <View className="judging__photos">
          <PhotoGrid photos={photos} label={`${who}的照片`} />
        </View>
      ) : null}
      <Why item={item} />
      <Pressable className="judging__open" role="link" onPress={() => open(routes.postDetail, { id: postId })}>
        {of === 'post' ? '看整条晒单 ›' : '看它所在的晒单 ›'}
      </Pressable>
      <View className="judging__acts">
        {hidden ? (
          <>
            <Button text="恢复显示" onPress={onUnhide} />
            <Button kind="danger" text="确认隐藏…" onPress={onHide} />
          </>
        ) : (
          <>
            <Button text="没有问题" onPress={onClear} />
            <Button kind="danger" text="隐藏…" onPress={onHide} />
          </>
        )}
      </View>
    </Card>
  );
}

/** What somebody objected to, and what the check stopped at without a place in the text. */
function Why({ item: { reports, hints } }: { item: QueueItem }) {
  const said = hints.filter(({ at }) => at === undefined);
  if (reports.length === 0 && said.length === 0) return null;
  return (
    <View className="judging__why">
      {reports.length > 0 ? <View className="judging__why-title">{reports.length} 人举报：</View> : null}
      {reports.map(({ reason, at }, index) => (
        <View key={index} className="judging__reason">
          “{reason}” {timeText(at)}
        </View>
      ))}
      {said.length > 0 ? <View>检查提示：{said.map(({ word }) => word).join('、')}</View> : null}
    </View>
  );
}
