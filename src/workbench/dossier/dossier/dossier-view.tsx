import { View } from '@tarojs/components';
import type { Dossier } from '../../../../contract/dossier';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { PartCard } from '../../../features/dossier/part-card';

interface Props {
  dossier: Dossier;
  onChooseAnother: (() => void) | undefined;
}

/** The dossier on a phone: 基本情况 first, each part as a card that opens. */
export function DossierView({ dossier, onChooseAnother }: Props) {
  const { name, group, basics, parts, head } = dossier;
  return (
    <View id="dossier">
      <Card>
        <View className="dossier__name">{name}</View>
        <View className="dossier__group">{group}</View>
        {basics.slice(1).map(({ label, value }) => (
          <View key={label} className="dossier__basic">
            <View className="dossier__label">{label}</View>
            <View className="dossier__value">{value || '无'}</View>
          </View>
        ))}
        {onChooseAnother ? (
          <View className="dossier__another">
            <Button id="another" text="看另一位代表的档案" onPress={onChooseAnother} />
          </View>
        ) : null}
      </Card>
      {parts.map((part) => (
        <PartCard key={part.key} part={part} />
      ))}
      {head ? <View className="dossier__chain">{`积分明细共 ${head.seq} 笔，链首校验码：${head.hash}`}</View> : null}
    </View>
  );
}
