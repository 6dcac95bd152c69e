import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { lateText } from '../../../features/desk/late-text';
import { ContactDetails } from '../../../features/wish/contact';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import type { CallBackKind, Task } from './call-back';

interface Props {
  task: Task;
  kind: CallBackKind;
  isBusy: boolean;
  onSolved: () => void;
  onNotReached?: (() => void) | undefined;
}

export function CallBackRow({ task, kind, isBusy, onSolved, onNotReached }: Props) {
  const { wishId, code, content, village, claimer, actBy, late } = task;
  return (
    <View className={`call-back${isBusy ? ' call-back--busy' : ''}`}>
      <Pressable className="call-back__wish" role="link" onPress={() => open(routes.wishDetail, { id: wishId })}>
        <View className="call-back__top">
          <Tag text={lateText(actBy)} tone={late ? 'red' : 'plain'} />
          <View className="call-back__facts">
            <Unbroken text={[village, code, ...(claimer ? [`${claimer}代表办理`] : [])].join(' · ')} />
          </View>
        </View>
        <View className="call-back__content">{content}</View>
      </Pressable>
      <ContactDetails id={wishId} />
      <View className="call-back__acts">
        <View className={`call-back__act${onNotReached ? ' call-back__act--main' : ''}`}>
          <Button
            id={`solved-${code}`}
            kind="primary"
            text={kind === 'followUp' ? '还好用' : '已解决、满意'}
            disabled={isBusy}
            onPress={onSolved}
          />
        </View>
        {onNotReached ? (
          <View className="call-back__act">
            <Button id={`missed-${code}`} text="没有问到" disabled={isBusy} onPress={onNotReached} />
          </View>
        ) : null}
        <View className="call-back__act">
          <Button id={`other-${code}`} text="其他结果" onPress={() => open(routes.wishDetail, { id: wishId })} />
        </View>
      </View>
    </View>
  );
}
