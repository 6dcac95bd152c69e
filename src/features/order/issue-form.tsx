import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrderView } from '../../../contract/order';
import { orderRoleLabels } from '../../../domain/labels';
import { orderRoles, type OrderRole } from '../../../domain/order';
import { Button } from '../../components/button';
import { Chips } from '../../components/chips';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-field';
import { call } from '../../platform/call';
import { fieldErrors, formMessageOf } from '../../platform/call-error';
import { useDraft } from '../../platform/draft';
import { errorsWithout } from '../../platform/field-errors';
import { useLoad } from '../../platform/use-load';

interface Props {
  wishId: string;
  onIssued: (order: OrderView) => void;
}

interface Values {
  departmentId: string | null;
  role: OrderRole;
  dueDays: string;
  reason: string;
}

const empty: Values = { departmentId: null, role: 'lead', dueDays: '15', reason: '' };

const roleOptions = orderRoles.map((value) => ({ value, label: orderRoleLabels[value] }));

/** In working days; the practice of answering (简单、一般、复杂). */
const dueOptions = [
  { value: '7', label: '简单：7 个工作日' },
  { value: '15', label: '一般：15 个工作日' },
  { value: '66', label: '复杂：约三个月' },
];

/** What is being written, and what came of sending it. */
function useIssuing({ wishId, onIssued }: Props) {
  const draft = useDraft(`issue.${wishId}`, empty);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');
  const submit = async () => {
    const { departmentId, dueDays, reason, role } = draft.current();
    setFailure('');
    const missing = {
      ...(departmentId === null ? { departmentId: '请选择承办部门' } : {}),
      ...(reason.trim() === '' ? { reason: '请填写交办事由' } : {}),
    };
    setErrors(missing);
    if (departmentId === null || reason.trim() === '') return;
    try {
      const { order } = await call('order.issue', { wishId, departmentId, dueDays: Number(dueDays), reason, role });
      draft.clear();
      onIssued(order);
    } catch (error) {
      setErrors(fieldErrors(error));
      setFailure(formMessageOf(error));
    }
  };
  const set = (change: Partial<Values>) => {
    draft.set(change);
    setErrors((shown) => errorsWithout(shown, Object.keys(change)));
  };
  return { draft: { ...draft, set }, errors, failure, submit };
}

/** 交办: which department is to do what for a wish, and by when. */
export function IssueForm(props: Props) {
  const { draft, errors, failure, submit } = useIssuing(props);
  const departments = useLoad(async () => (await call('order.departments', {})).items, 'departments');
  const { departmentId, role, dueDays, reason } = draft.values;
  const options = (departments.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <View>
      <SelectField
        id="departmentId"
        label="承办部门"
        required
        placeholder={departments.state === 'loading' ? '正在读取部门…' : '请选择部门'}
        options={options}
        value={departmentId}
        error={errors.departmentId ?? departments.error?.message}
        onChange={(next) => draft.set({ departmentId: next })}
      />
      <Field id="role" label="主办还是协办" required group error={errors.role}>
        <Chips label="主办还是协办" options={roleOptions} value={role} onChange={(next) => draft.set({ role: next })} />
      </Field>
      <Field id="dueDays" label="答复期限" required group error={errors.dueDays}>
        <Chips
          label="答复期限"
          options={dueOptions}
          value={dueDays}
          onChange={(next) => draft.set({ dueDays: next })}
        />
      </Field>
      <TextArea
        id="reason"
        label="交办事由"
        required
        defaultValue={reason}
        placeholder="例如：路灯线路归建设局管养，请查看后修复。"
        maxLength={300}
        error={errors.reason}
        onInput={(next) => draft.set({ reason: next })}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text="交办给部门" busyText="正在交办…" onPress={submit} />
    </View>
  );
}
