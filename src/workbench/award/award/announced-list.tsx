import { View } from '@tarojs/components';
import type { AwardView } from '../../../../contract/award-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Tag } from '../../../components/tag';
import { dayText } from '../../../platform/dates';
import type { Begin } from './award-page';

/** 公示: for everybody, with how to object. */
export function AnnouncedList({ award, onBegin }: { award: AwardView; onBegin: Begin }) {
  const { announced, status, allowed } = award;
  if (announced.length === 0) return null;
  return (
    <Card id="announced" title={status === 'notice' ? '拟表彰人选公示' : '公示过的人选'}>
      <View className="award__people">
        {announced.map((one) => (
          <Person key={one.representativeId} one={one} onBegin={onBegin} isOver={status !== 'notice'} />
        ))}
      </View>
      {allowed.includes('object') ? (
        <View className="award__acts">
          <Button id="object-all" text="对整个名单提出异议" onPress={() => onBegin('object')} />
        </View>
      ) : null}
      {status === 'notice' ? (
        <View className="award__hint">
          {allowed.includes('object') ? '' : '公示期内登录后可以提出异议。'}
          异议人的姓名只有人大办能看到，每条异议都会答复。
        </View>
      ) : null}
    </Card>
  );
}

interface PersonProps {
  one: AwardView['announced'][number];
  onBegin: Begin;
  isOver: boolean;
}

function Person({ one, onBegin, isOver }: PersonProps) {
  const { representativeId, name, groupName, summary, until, isRemoved, removedBecause, allowed } = one;
  return (
    <View className="award__person" id={`announced-${representativeId}`}>
      <View className="award__top">
        <View className="award__who">{name}</View>
        {isRemoved ? (
          <Tag text="已撤下" tone="amber" />
        ) : isOver ? null : (
          <Tag text={`公示到${dayText(until)}`} tone="blue" />
        )}
      </View>
      <View className="award__soft">{groupName}</View>
      {isRemoved ? null : <View>{summary}</View>}
      {removedBecause ? <View className="award__soft">撤下原因：{removedBecause}</View> : null}
      <View className="award__acts">
        {allowed.includes('object') ? (
          <Button
            id={`object-${representativeId}`}
            text="提出异议"
            label={`对${name}提出异议`}
            onPress={() => onBegin('object', { representativeId, name })}
          />
        ) : null}
        {allowed.includes('dismiss') ? (
          <Button
            id={`dismiss-${representativeId}`}
            kind="danger"
            text="撤下"
            label={`撤下${name}`}
            onPress={() => onBegin('dismiss', { representativeId, name })}
          />
        ) : null}
      </View>
    </View>
  );
}
