import { View } from '@tarojs/components';
import type { AwardView } from '../../../../contract/award-views';
import { Button } from '../../../components/button';
import type { Begin } from './award-page';

interface Props {
  award: AwardView;
  picked: readonly string[];
  onBegin: Begin;
}

/** Under the thumb while the presidium chooses: how many of the seats are taken, and what to do with the choice. */
export function ChoiceBar({ award, picked, onBegin }: Props) {
  const { seats } = award.plan;
  const isTooMany = picked.length > seats;
  const isOff = picked.length === 0 || isTooMany;
  return (
    <View>
      <View className="award__picked">
        {isTooMany ? `名额 ${seats} 名，选了 ${picked.length} 名，请减少` : `已选 ${picked.length} / ${seats} 名`}
      </View>
      <View className="award__bar">
        <Button id="act-vote" text="登记表决" disabled={isOff} onPress={() => onBegin('vote', { chosen: picked })} />
        <Button
          id="act-announce"
          kind="primary"
          text="公示选定人选"
          disabled={isOff}
          onPress={() => onBegin('announce', { chosen: picked })}
        />
      </View>
    </View>
  );
}
