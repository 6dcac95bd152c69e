import { View } from '@tarojs/components';
import { Sheet } from '../../components/sheet';
import { AssignForm } from './assign-form';
import { BulkResultView } from './bulk-result';
import { Button } from '../../components/button';
import { UrgeForm } from './urge-form';
import { useBulk, type BulkAct, type BulkChoice, type BulkWish } from './use-bulk';
import './bulk.scss';

export const actLabels = { publish: '发布', assign: '指派', urge: '催办' } as const satisfies Record<BulkAct, string>;

interface Props {
  /** null: nothing is being asked. */
  act: BulkAct | null;
  wishes: readonly BulkWish[];
  scope: 'group' | 'town';
  /** Closed before anything was sent. */
  onCancel: () => void;
  /** Closed after the result was seen: what is on the page is old. */
  onDone: () => void;
}

/** Asks once, with the number; then runs, and says what came of it. */
export function BulkSheet({ act, wishes, scope, onCancel, onDone }: Props) {
  const { step, run, startOver } = useBulk();
  if (act === null) return null;
  const close = () => {
    if (step.name === 'running') return;
    startOver();
    if (step.name === 'done') onDone();
    else onCancel();
  };
  const send = (choice: BulkChoice) => run(choice, wishes);
  return (
    <Sheet open title={`${actLabels[act]} ${wishes.length} 件心愿`} onClose={close}>
      {step.name === 'asking' ? (
        <Asking act={act} wishes={wishes} scope={scope} onSend={send} onCancel={close} />
      ) : null}
      {step.name === 'running' ? <Running act={act} part={step.part} of={step.of} /> : null}
      {step.name === 'done' ? <BulkResultView actLabel={actLabels[act]} result={step.result} onClose={close} /> : null}
    </Sheet>
  );
}

interface AskingProps {
  act: BulkAct;
  wishes: readonly BulkWish[];
  scope: 'group' | 'town';
  onSend: (choice: BulkChoice) => Promise<void>;
  onCancel: () => void;
}

function Asking({ act, wishes, scope, onSend, onCancel }: AskingProps) {
  switch (act) {
    case 'publish':
      return (
        <View>
          <View className="bulk__text">
            {wishes.length} 件心愿会在心愿墙上公开，等代表认领。请先看过每一件的内容；办理时限按类别计算。
          </View>
          <Button
            id="bulk-send"
            kind="primary"
            size="big"
            text={`确认发布 ${wishes.length} 件`}
            onPress={() => onSend({ act })}
          />
          <View className="bulk__cancel">
            <Button text="先不" onPress={onCancel} />
          </View>
        </View>
      );
    case 'assign':
      return <AssignForm wishes={wishes} scope={scope} onSend={onSend} />;
    case 'urge':
      return <UrgeForm count={wishes.length} onSend={onSend} />;
  }
}

function Running({ act, part, of }: { act: BulkAct; part: number; of: number }) {
  return (
    <View id="bulk-running">
      <View>
        正在{actLabels[act]}：已处理 {part} / {of} 件，请不要关闭页面…
      </View>
      <View className="bulk__track">
        <View className="bulk__progress" style={{ width: `${Math.round((part * 100) / of)}%` }} />
      </View>
    </View>
  );
}
