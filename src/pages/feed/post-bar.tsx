import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Pressable } from '../../components/pressable';
import { useOutbox, type Outgoing } from '../../features/post/outbox';
import { startPost } from '../../features/post/start-post';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import './post-bar.scss';

/** 晒一单, and what of earlier ones still waits for a signal. */
export function PostBar() {
  const waiting = waitingWords(useOutbox());
  return (
    <View className="post-bar">
      {waiting === '' ? null : (
        <Pressable id="feed-outbox" className="post-bar__waiting" role="link" onPress={() => open(routes.outbox)}>
          {waiting} ›
        </Pressable>
      )}
      <View className="post-bar__start">
        <Button id="publish" kind="primary" size="big" text="晒一单" onPress={() => startPost()} />
      </View>
    </View>
  );
}

/** What its person has to do something about comes first. */
function waitingWords(outbox: readonly Outgoing[]): string {
  const count = (state: Outgoing['state']) => outbox.filter((one) => one.state === state).length;
  if (count('refused') > 0) return `${count('refused')} 条没有发出，请看一看`;
  if (count('sending') > 0) return `正在发出 ${count('sending') + count('waiting')} 条`;
  return count('waiting') > 0 ? `${count('waiting')} 条等信号发出` : '';
}
