import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { SwitchRow } from '../../components/switch-row';
import type { WishDraft } from '../../features/wish/wish-draft';

interface Props {
  whose: string;
  values: Pick<WishDraft, 'minor' | 'guardianConsent' | 'showName' | 'showPhoto'>;
  error: string | undefined;
  onChange: (change: Partial<WishDraft>) => void;
}

/** Consent in plain words; every answer is no until said otherwise. Of a minor nothing is shown, whatever was said. */
export function Consent({ whose, values, error, onChange }: Props) {
  const { minor, showName, showPhoto } = values;
  return (
    <Card title="哪些可以让大家看到">
      <SwitchRow
        id="minor"
        text="这是未成年人的心愿，或与未成年人有关"
        isOn={minor}
        onChange={(next) => onChange({ minor: next, guardianConsent: false })}
      />
      {minor ? (
        <Guardian isOn={values.guardianConsent} error={error} onChange={onChange} />
      ) : (
        <>
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
        </>
      )}
      <View>心愿的内容会公开在心愿墙上，请不要写身份证号、银行卡号。</View>
    </Card>
  );
}

interface GuardianProps extends Pick<Props, 'error' | 'onChange'> {
  isOn: boolean;
}

const Guardian = ({ isOn, error, onChange }: GuardianProps) => (
  <Field
    id="guardian-consent"
    label="监护人同意"
    hint="涉及未成年人的心愿，姓名、面容和学校一律不公开。"
    required
    error={error}
    group
  >
    <SwitchRow
      id="guardian-consent"
      text="监护人已经同意提交这个心愿"
      isOn={isOn}
      onChange={(next) => onChange({ guardianConsent: next })}
    />
  </Field>
);
