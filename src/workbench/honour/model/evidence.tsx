import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { Evidence } from '../../../../contract/honour';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { dayText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';

interface Props {
  items: readonly Evidence[];
  /** undefined: nobody may be named now. */
  onNominate?: ((one: Evidence) => void) | undefined;
}

/** The group's members of the month, the best evidence first. */
export function EvidenceList({ items, onNominate }: Props) {
  return (
    <View id="evidence" className="evidence">
      {items.map((one) => (
        <Candidate key={one.representativeId} one={one} onNominate={onNominate} />
      ))}
    </View>
  );
}

/** Nobody is the first of those who have done nothing yet. */
const hasDone = ({ points, fulfilled, posts, thanks }: Evidence): boolean => points + fulfilled + posts + thanks > 0;

const countsOf = ({ fulfilled, collected, posts, thanks }: Evidence): string =>
  `办结 ${fulfilled} 件，收集 ${collected} 件，晒单 ${posts} 条，感谢 ${thanks} 次`;

function Candidate({ one, onNominate }: { one: Evidence } & Pick<Props, 'onNominate'>) {
  const { rank, name, position, why, excluded, timesThisYear, deeds, representativeId } = one;
  const [isOpen, setOpen] = useState(false);
  return (
    <Card id={`candidate-${representativeId}`}>
      <View className="evidence__top">
        {hasDone(one) ? <View className="evidence__rank">第 {rank} 名</View> : null}
        <View className="evidence__name">{name}</View>
        <Tag text={position} />
        {timesThisYear > 0 ? <Tag text={`本年已推荐 ${timesThisYear} 次`} tone="amber" /> : null}
      </View>
      <View className="evidence__why">{why}</View>
      <View>{countsOf(one)}</View>
      {isOpen ? <Deeds deeds={deeds} /> : null}
      <View className="evidence__acts">
        {deeds.length > 0 ? (
          <View className="evidence__act">
            <Button
              text={isOpen ? '收起事迹' : `看 ${deeds.length} 项事迹`}
              label={`${name}的${deeds.length}项事迹`}
              onPress={() => setOpen(!isOpen)}
            />
          </View>
        ) : null}
        {onNominate && excluded === undefined ? (
          <View className="evidence__act">
            <Button
              id={`nominate-${representativeId}`}
              kind={rank === 1 && hasDone(one) ? 'primary' : 'plain'}
              text={`推荐${name}`}
              onPress={() => onNominate(one)}
            />
          </View>
        ) : null}
      </View>
      {onNominate && excluded ? <View className="evidence__excluded">{excluded}</View> : null}
    </Card>
  );
}

function Deeds({ deeds }: Pick<Evidence, 'deeds'>) {
  return (
    <View className="evidence__deeds">
      {deeds.map(({ kind, id, label, at, text, photo }) => (
        <Pressable
          key={`${kind}-${id}-${text}`}
          className="evidence__deed"
          role="link"
          onPress={() => open(kind === 'wish' ? routes.wishDetail : routes.postDetail, { id })}
        >
          <View className="evidence__words">
            <View className="evidence__label">{kind === 'post' ? label : `${label} · ${dayText(at)}`}</View>
            <View>{text}</View>
          </View>
          {photo ? (
            <View className="evidence__photo">
              <Image className="evidence__image" src={photo.thumb} mode="aspectFill" lazyLoad />
            </View>
          ) : null}
        </Pressable>
      ))}
    </View>
  );
}
