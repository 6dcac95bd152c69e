import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { SwitchRow } from '../../components/switch-row';

interface Props {
  whose: string;
  showName: boolean;
  showPhoto: boolean;
  onChange: (change: { showName?: boolean; showPhoto?: boolean }) => void;
}

/** Consent in plain words; both answers are no until said otherwise. */
export function Consent({ whose, showName, showPhoto, onChange }: Props) {
  return (
    <Card title="哪些可以让大家看到">
      <SwitchRow
        id="consent-name"
        text={`可以公开${whose}的名字`}
        hint={showName ? '大家会看到完整的姓名。' : '大家只看到姓，例如“王**”。'}
        isOn={showName}
        onChange={(next) => onChange({ showName: next })}
      />
      <SwitchRow
        id="consent-photo"
        text="可以公开照片"
        hint={showPhoto ? '大家会看到这些照片。' : '照片只给办理心愿的人看。'}
        isOn={showPhoto}
        onChange={(next) => onChange({ showPhoto: next })}
      />
      <View>心愿的内容会公开在心愿墙上，请不要写身份证号、银行卡号。</View>
    </Card>
  );
}
