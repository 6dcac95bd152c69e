import { View } from '@tarojs/components';
import type { Me } from '../../../../contract/account';
import { absenceKinds, absenceLabels, type AbsenceKind } from '../../../../domain/absence';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { DateField } from '../../../components/date-field';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { TextArea } from '../../../components/text-field';
import { optionsOf } from '../../../features/act/act-spec';
import { call } from '../../../platform/call';
import { newClientToken } from '../../../platform/client-token';
import { useActForm, type ActForm } from '../../../platform/use-act-form';
import type { KeptPhoto } from '../../../platform/use-photos';
import { PersonChoice, type Person } from '../person-choice';
import { refusalOf } from '../refusal';

interface Values {
  forWhom: 'self' | 'other';
  person: Person | null;
  kind: AbsenceKind | null;
  from: string;
  until: string;
  reason: string;
  photos: KeptPhoto[];
  token: string;
}

interface Props {
  me: Me;
  /** Whether others' may be recorded too. */
  leads: boolean;
  onDone: () => void;
}

function check({ forWhom, person, kind, from, until, reason }: Values): Record<string, string> {
  return {
    ...(forWhom === 'other' && person === null ? { representativeId: '请选择代表' } : {}),
    ...(kind === null ? { kind: '请选择原因' } : {}),
    ...(from === '' ? { from: '请选择开始日期' } : {}),
    ...(until !== '' && until < from ? { until: '最后一天不能早于第一天' } : {}),
    ...(reason.trim().length < 2 ? { reason: '请写几句说明' } : {}),
  };
}

const whoms = [
  { value: 'self', label: '本人' },
  { value: 'other', label: '其他代表' },
] as const;

function emptyValues(me: Me): Values {
  return {
    forWhom: me.representativeId === undefined ? 'other' : 'self',
    person: null,
    kind: null,
    from: '',
    until: '',
    reason: '',
    photos: [],
    token: newClientToken(),
  };
}

function propose({ forWhom, person, kind, from, until, reason, token }: Values, me: Me): Promise<unknown> {
  const representativeId = forWhom === 'self' ? me.representativeId : person?.id;
  if (kind === null || representativeId === undefined) return Promise.resolve(null);
  const span = until === '' ? { from } : { from, until };
  const proposed = { ...span, representativeId, kind, reason: reason.trim(), clientToken: token };
  return refusalOf(call('points.proposeAbsence', proposed));
}

export function AbsenceForm({ me, leads, onDone }: Props) {
  const form = useActForm<Values>({
    draftKey: 'points.absence',
    empty: emptyValues(me),
    check,
    send: (values) => propose(values, me),
    onDone,
  });
  const { values, errors, failure, submit } = form;
  return (
    <View>
      {leads ? <Who form={form} me={me} /> : null}
      <Field id="kind" label="原因" required group error={errors.kind}>
        <Chips
          id="kind"
          label="原因"
          options={optionsOf(absenceKinds, absenceLabels)}
          value={values.kind}
          onChange={(kind) => form.set({ kind })}
        />
      </Field>
      <DateField
        id="from"
        label="第一天"
        value={values.from}
        error={errors.from}
        onChange={(from) => form.set({ from })}
      />
      <DateField
        id="until"
        label="最后一天"
        hint="还不知道就先空着，以后再填。"
        required={false}
        value={values.until}
        error={errors.until}
        onChange={(until) => form.set({ until })}
      />
      <TextArea
        id="reason"
        label="说明"
        required
        placeholder="例：住院手术，病假条已交镇人大办。"
        defaultValue={values.reason}
        maxLength={200}
        error={errors.reason}
        onInput={(reason) => form.set({ reason })}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text="登记" onPress={submit} />
    </View>
  );
}

function Who({ form, me }: { form: ActForm<Values>; me: Me }) {
  const { forWhom, person } = form.values;
  return (
    <>
      {me.representativeId === undefined ? null : (
        <Field id="for-whom" label="谁不在岗" required group>
          <Chips
            id="for-whom"
            label="谁不在岗"
            options={whoms}
            value={forWhom}
            onChange={(chosen) => form.set({ forWhom: chosen })}
          />
        </Field>
      )}
      {forWhom === 'other' ? (
        <PersonChoice
          me={me}
          except={me.representativeId}
          value={person?.id ?? null}
          error={form.errors.representativeId}
          onChange={(chosen) => form.set({ person: chosen })}
        />
      ) : null}
    </>
  );
}
