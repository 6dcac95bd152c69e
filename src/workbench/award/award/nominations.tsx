import { View } from '@tarojs/components';
import type { AwardView } from '../../../../contract/award-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Tag } from '../../../components/tag';
import { timeText } from '../../../platform/dates';
import type { Begin } from './award-page';

/** 小组推荐 with who stands behind each. */
export function Nominations({ award, onBegin }: { award: AwardView; onBegin: Begin }) {
  if (award.nominations.length === 0) return null;
  return (
    <Card id="nominations" title="小组推荐">
      <View className="award__people">
        {award.nominations.map(({ representativeId, name, reason, summary, proposed, signed, allowed }) => (
          <View key={representativeId} className="award__person">
            <View className="award__top">
              <View className="award__who">{name}</View>
              <Tag text={signed ? '已签字' : '待组长签字'} tone={signed ? 'green' : 'amber'} />
            </View>
            <View>{reason}</View>
            {summary === undefined ? null : <View>事迹简介：{summary}</View>}
            <View className="award__soft">
              {proposed.who}推荐 · {timeText(proposed.at)}
            </View>
            {signed ? <View className="award__soft">{signed.who}签字</View> : null}
            <View className="award__acts">
              {(['sign', 'withdraw'] as const)
                .filter((act) => allowed.includes(act))
                .map((act) => (
                  <Button
                    key={act}
                    id={`${act}-${representativeId}`}
                    kind={act === 'sign' ? 'primary' : 'plain'}
                    text={act === 'sign' ? '签字同意' : '撤回推荐'}
                    label={`${name}：${act === 'sign' ? '签字同意' : '撤回推荐'}`}
                    onPress={() => onBegin(act, { representativeId, name })}
                  />
                ))}
            </View>
          </View>
        ))}
      </View>
    </Card>
  );
}
