import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useVillages } from '../../features/wish/use-villages';
import type { WishDraft } from '../../features/wish/wish-draft';

interface Props {
  values: WishDraft;
  errors: Readonly<Record<string, string>>;
  isForOther: boolean;
  onChange: (change: Partial<WishDraft>) => void;
}

/** Where the wisher lives and how to reach them. */
export function WisherFields({ values, errors, isForOther, onChange }: Props) {
  const villages = useVillages();
  const whose = isForOther ? '群众' : '您';
  return (
    <>
      <SelectField
        id="village"
        label="所在村（社区）"
        placeholder={villages.state === 'failed' ? '没有加载出来，请退出重进' : '请选择'}
        required
        options={(villages.data ?? []).map((value) => ({ value, label: value }))}
        value={values.village}
        error={errors.village}
        onChange={(village) => onChange({ village })}
      />
      <TextField
        id="team"
        label="第几组"
        defaultValue={values.team}
        placeholder="例如：3 组"
        maxLength={30}
        error={errors.team}
        onInput={(team) => onChange({ team })}
      />
      <TextField
        id="wisher-name"
        label={`${whose}的姓名`}
        required
        autoComplete={isForOther ? 'off' : 'name'}
        defaultValue={values.name}
        maxLength={20}
        error={errors['wisher-name']}
        onInput={(name) => onChange({ name })}
      />
      <TextField
        id="wisher-phone"
        label={`${whose}的电话`}
        hint={`${isForOther ? '请留群众本人的电话。' : ''}只有认领的代表、代表小组联络员和镇人大主席团能看到；谁看过，${isForOther ? '都有记录' : '您都能查到'}。`}
        required
        type="tel"
        autoComplete={isForOther ? 'off' : 'tel'}
        defaultValue={values.phone}
        maxLength={20}
        error={errors['wisher-phone']}
        onInput={(phone) => onChange({ phone })}
      />
    </>
  );
}
