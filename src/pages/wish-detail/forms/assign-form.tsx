import { View } from '@tarojs/components';
import type { WishView } from '../../../../contract/wish-views';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { TextArea } from '../../../components/text-field';
import { RepresentativeChoice } from '../../../features/desk/representative-choice';
import { call } from '../../../platform/call';
import { useActForm } from '../../../platform/use-act-form';
import type { KeptPhoto } from '../../../platform/use-photos';
import type { DoAct } from '../use-act';

interface Values {
  representativeId: string | null;
  reason: string;
  photos: KeptPhoto[];
}

const LEAST_CHARACTERS = 2;

const missingOf = ({ representativeId, reason }: Values): Record<string, string> => ({
  ...(representativeId === null ? { representativeId: '请选择一位代表' } : {}),
  ...(reason.trim().length < LEAST_CHARACTERS ? { reason: '请写明为什么指派这位代表' } : {}),
});

interface Props {
  wish: WishView;
  /** Whoever was pressed among those who could help. */
  chosen: string | null;
  /** `group`: a leader assigns to their own group's members. */
  scope: 'group' | 'town';
  act: DoAct;
  onDone: () => void;
}

/** 指派: to one of those who suit best, or to any other member. */
export function AssignForm({ wish, chosen, scope, act, onDone }: Props) {
  const { id } = wish;
  const { values, set, errors, failure, submit } = useActForm<Values>({
    draftKey: `assign.${id}.${chosen ?? ''}`,
    empty: { representativeId: chosen, reason: '', photos: [] },
    check: missingOf,
    send: ({ representativeId, reason }) =>
      act('assign', () => call('wish.assign', { id, representativeId: representativeId ?? '', reason })),
    onDone,
  });
  return (
    <View>
      <RepresentativeChoice
        wishes={[wish]}
        scope={scope}
        value={values.representativeId}
        error={errors.representativeId}
        onChange={(representativeId) => set({ representativeId })}
      />
      <TextArea
        id="reason"
        label="理由"
        hint="代表会看到；24 小时内可以谢绝一次。"
        required
        defaultValue={values.reason}
        placeholder="例如：您联系这个村，又熟悉这方面的工作。"
        maxLength={200}
        error={errors.reason}
        onInput={(reason) => set({ reason })}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text="确认指派" onPress={submit} />
    </View>
  );
}
