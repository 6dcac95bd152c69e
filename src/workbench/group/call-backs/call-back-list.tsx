import { View } from '@tarojs/components';
import { contactWayLabels } from '../../../../domain/labels';
import { contactWays, type ContactWay } from '../../../../domain/wish';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { aria } from '../../../components/aria';
import { call } from '../../../platform/call';
import { useList } from '../../../platform/use-list';
import { notReached, solvedAndSatisfied, type CallBackKind } from './call-back';
import { CallBackRow } from './call-back-row';
import { useRecording } from './use-recording';

const wayOptions = contactWays.map((value) => ({ value, label: contactWayLabels[value] }));

const hints = {
  callBack: '代表说办好了。请问一问心愿人本人：解决了没有、满不满意。两次没有问到的，满 7 天自动办结（计未评价）。',
  callBackMerged: '这些心愿并在别的心愿里一起办好了，每位心愿人都要分别问到。',
  followUp: '设施修好 28 天了，再问一次：还好用吗？',
} as const satisfies Record<CallBackKind, string>;

interface Props {
  kind: CallBackKind;
  way: ContactWay;
  onWay: (way: ContactWay) => void;
}

/** Whom to call back, the most late first; one tap records what they said. */
export function CallBackList({ kind, way, onWay }: Props) {
  const list = useList((page) => call('wish.queue', { kind, ...page }), `call-backs:${kind}`);
  const { pending, isBusy, record, undo } = useRecording(list.refresh);
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return <EmptyState title="都问过了" text="现在没有要回访的心愿，有新的会出现在这里。" />;
  }
  return (
    <View id="call-backs">
      <View className="call-backs__hint">{hints[kind]}</View>
      <View className="call-backs__way">
        <Field id="way" label="怎样回访" required group>
          <Chips id="way" label="怎样回访" options={wayOptions} value={way} onChange={onWay} />
        </Field>
      </View>
      {list.items.map((task) => (
        <CallBackRow
          key={task.id}
          task={task}
          kind={kind}
          isBusy={isBusy(task.id)}
          onSolved={() => record(solvedAndSatisfied(task, kind, way))}
          onNotReached={kind === 'callBack' ? () => record(notReached(task, way)) : undefined}
        />
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      {pending ? (
        <View className="call-backs__undo" {...aria('status')}>
          <View className="call-backs__undo-text">正在登记 {pending.text}</View>
          <View className="call-backs__undo-act">
            <Button id="undo" text="撤销" onPress={undo} />
          </View>
        </View>
      ) : null}
    </View>
  );
}
