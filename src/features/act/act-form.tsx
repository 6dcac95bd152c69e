import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Chips } from '../../components/chips';
import { DateField } from '../../components/date-field';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { SwitchRow } from '../../components/switch-row';
import { TextArea } from '../../components/text-field';
import { useActForm } from '../../platform/use-act-form';
import type { KeptPhoto } from '../../platform/use-photos';
import { initialOf, isAsked, isNeeded, ON, whatIsMissing, type ActSpec, type FieldSpec, type Filled } from './act-spec';
import { PhotosField } from './photos-field';

interface Props {
  spec: ActSpec;
  draftKey: string;
  /** Answers the refusal to show, or null. */
  send: (filled: Filled, photos: string[]) => Promise<unknown>;
  onDone: () => void;
}

interface Values {
  filled: Filled;
  photos: KeptPhoto[];
}

/** The form of any act that is described as data. */
export function ActForm({ spec, draftKey, send, onDone }: Props) {
  const { fields, about, withPhotos, submitText, danger } = spec;
  const empty: Values = { filled: initialOf(fields), photos: [] };
  const form = useActForm<Values>({
    draftKey,
    empty,
    check: ({ filled }) => whatIsMissing(fields, filled),
    send: ({ filled }, photos) => send(filled, photos),
    onDone,
  });
  const { values, errors, failure, photos, submit } = form;
  const fill = (name: string, value: string) => form.set({ filled: { ...form.current().filled, [name]: value } });
  return (
    <View>
      {about ? <Notice tone="plain" text={about} /> : null}
      {Object.entries(fields).map(([name, field]) =>
        isAsked(field, values.filled) ? (
          <Asked
            key={name}
            name={name}
            field={field}
            value={values.filled[name] ?? ''}
            isNeeded={isNeeded(field, values.filled)}
            error={errors[name]}
            onChange={(value) => fill(name, value)}
          />
        ) : null,
      )}
      {withPhotos ? <PhotosField id="act-photos" photos={photos} error={errors.photos} /> : null}
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind={danger ? 'danger' : 'primary'} size="big" text={submitText} onPress={submit} />
    </View>
  );
}

interface AskedProps {
  name: string;
  field: FieldSpec;
  value: string;
  isNeeded: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Asked({ name, field, value, isNeeded, error, onChange }: AskedProps) {
  const { label, hint } = field;
  const shared = { id: name, label, hint, error, required: isNeeded };
  switch (field.kind) {
    case 'words':
      return (
        <TextArea
          {...shared}
          defaultValue={value}
          placeholder={field.placeholder}
          maxLength={field.maxLength}
          onInput={onChange}
        />
      );
    case 'choice':
      return (
        <Field {...shared} group>
          <Chips id={name} label={label} options={field.options} value={value} onChange={onChange} />
        </Field>
      );
    case 'select':
      return (
        <SelectField
          {...shared}
          placeholder="请选择"
          options={field.options}
          value={value === '' ? null : value}
          onChange={onChange}
        />
      );
    case 'day':
      return <DateField {...shared} value={value} from={field.from} to={field.to} onChange={onChange} />;
    case 'flag':
      return (
        <SwitchRow
          id={name}
          text={label}
          hint={hint}
          isOn={value === ON}
          onChange={(isOn) => onChange(isOn ? ON : '')}
        />
      );
  }
}
