import { View } from '@tarojs/components';
import { useState } from 'react';
import { categoryLabels } from '../../../../domain/labels';
import { categories, type Category } from '../../../../domain/wish';
import { useVillages } from '../../../features/wish/use-villages';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { SelectField } from '../../../components/select-field';
import type { PostDraft } from './post-draft';

const options = categories.map((value) => ({ value, label: categoryLabels[value] }));

interface Props {
  village: string | null;
  category: Category | null;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<PostDraft>) => void;
}

/** Where it was and what it was about, for a deed that no wish says it of. */
export function MoreFields({ village, category, errors, onChange }: Props) {
  const [isOpen, setOpen] = useState(village !== null || category !== null);
  const hasError = errors.village !== undefined || errors.category !== undefined;
  if (!isOpen && !hasError) {
    return <Button id="more" kind="quiet" text="更多：在哪个村、属于哪一类（选填）" onPress={() => setOpen(true)} />;
  }
  return (
    <View>
      <Village village={village} error={errors.village} onChange={onChange} />
      <Field id="category" label="哪一类" group error={errors.category}>
        <Chips
          id="category"
          label="类别"
          options={options}
          value={category}
          onChange={(chosen) => onChange({ category: chosen === category ? null : chosen })}
        />
      </Field>
    </View>
  );
}

function Village({ village, error, onChange }: Pick<Props, 'village' | 'onChange'> & { error: string | undefined }) {
  const villages = useVillages();
  return (
    <SelectField
      id="village"
      label="在哪个村（社区）"
      placeholder={villages.state === 'failed' ? '现在查不到村名，可以不选' : '请选择'}
      options={(villages.data ?? []).map((name) => ({ value: name, label: name }))}
      value={village}
      error={error}
      onChange={(name) => onChange({ village: name })}
    />
  );
}
