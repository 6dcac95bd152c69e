import { View } from '@tarojs/components';
import type { AwardView } from '../../../../contract/award-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { PhotoGrid } from '../../../components/photo-grid';
import { Tag } from '../../../components/tag';
import { timeText } from '../../../platform/dates';
import type { Begin } from './award-page';

/** The office reads all and answers; whoever objected reads their own and the answer. */
export function Objections({ award, onBegin }: { award: AwardView; onBegin: Begin }) {
  const { objections, openObjections } = award;
  if (objections.length === 0) return null;
  const title = openObjections === undefined ? '我提出的异议' : `异议（${openObjections} 条待答复）`;
  return (
    <Card id="objections" title={title}>
      <View className="award__people">
        {objections.map((one) => (
          <Objection key={one.id} one={one} onBegin={onBegin} />
        ))}
      </View>
    </Card>
  );
}

function Objection({ one, onBegin }: { one: AwardView['objections'][number]; onBegin: Begin }) {
  const { id, representativeId, name, text, photos, at, who, answer, allowed } = one;
  const about = representativeId === undefined ? '整个名单' : (name ?? '');
  return (
    <View className="award__person">
      <View className="award__top">
        <View className="award__who">针对{about}</View>
        {answer ? (
          <Tag text={answer.upheld ? '成立' : '不成立'} tone={answer.upheld ? 'red' : 'plain'} />
        ) : (
          <Tag text="待答复" tone="amber" />
        )}
      </View>
      <View className="award__soft">
        {who ? `${who} · ` : ''}
        {timeText(at)}
      </View>
      <View>{text}</View>
      {photos.length > 0 ? <PhotoGrid photos={photos} label="异议的照片" /> : null}
      {answer ? (
        <View className="award__soft">
          {answer.who}答复：{answer.reason}
        </View>
      ) : null}
      {allowed.includes('answer') ? (
        <Button
          id={`answer-${id}`}
          kind="primary"
          text="答复"
          label={`答复针对${about}的异议`}
          onPress={() => onBegin('answer', { objectionId: id, ...(representativeId ? { representativeId } : {}) })}
        />
      ) : null}
    </View>
  );
}
