import { View } from '@tarojs/components';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { lateText } from '../../../features/desk/late-text';
import { Tick } from '../../../features/desk/tick';
import { bulkActOf, kindLabels, openTask, type Task } from './tasks';

interface Props {
  task: Task;
  isTicked: boolean;
  /** Left out for those who do nothing with many at once. */
  onTick?: (() => void) | undefined;
}

/** A card on a phone, a line of a table on a wide screen. */
export function TaskRow({ task, isTicked, onTick }: Props) {
  const { kind, code, content, village, actBy, late, claimer } = task;
  const mayTick = onTick !== undefined && bulkActOf(task) !== null;
  return (
    <View className={`task${late ? ' task--late' : ''}`}>
      {onTick === undefined ? null : (
        <View className="task__tick">
          {mayTick ? <Tick label={`选择 ${code}`} isOn={isTicked} onToggle={onTick} /> : null}
        </View>
      )}
      <Pressable className="task__link" role="link" onPress={() => openTask(task)}>
        <View className="task__when">
          <Tag text={lateText(actBy)} tone={late ? 'red' : 'plain'} />
        </View>
        <View className="task__kind">{kindLabels[kind]}</View>
        <View className="task__content">{content}</View>
        <View className="task__village">{village}</View>
        <View className="task__code">{code}</View>
        <View className="task__claimer">{claimer ? `${claimer}代表` : ''}</View>
      </Pressable>
    </View>
  );
}
