import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { EmptyState } from '../../../components/states';
import { discard, retryNow, useOutbox, type Outgoing } from '../../../features/post/outbox';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { OutgoingCard } from './outgoing-card';
import './outbox.scss';

/** Once it has been shown as sent, it need not be shown again. */
function useSeen(outgoing: readonly Outgoing[]): void {
  const shown = useRef(outgoing);
  useEffect(() => {
    shown.current = outgoing;
  });
  useEffect(
    () => () => {
      for (const { post, state } of shown.current) if (state === 'sent') discard(post.clientToken);
    },
    [],
  );
}

/** 待发的晒单: what waits, why, and what can be done about it. */
export default function OutboxPage() {
  const outgoing = useOutbox();
  const [asked, ask] = useState<Outgoing | null>(null);
  useSeen(outgoing);
  const waiting = outgoing.filter(({ state }) => state === 'waiting');

  return (
    <Page>
      {outgoing.length === 0 ? (
        <EmptyState
          title="没有待发的晒单"
          text="没有信号时发布的晒单会存在这台手机上，连上网自动发出，在这里能看到进度。"
          action={{ text: '晒一单', onPress: () => open(routes.publish) }}
        />
      ) : (
        <View className="outbox__note">待发的晒单存在这台手机上，连上网会自动发出，不用一直开着这一页。</View>
      )}
      {waiting.length > 1 ? (
        <View className="outbox__all">
          <Button id="retry-all" text="全部立即重试" onPress={() => retryNow()} />
        </View>
      ) : null}
      {outgoing.map((one) => (
        <OutgoingCard key={one.post.clientToken} outgoing={one} onDiscard={() => ask(one)} />
      ))}
      <ConfirmDialog
        open={asked !== null}
        title="删除这条待发的晒单？"
        text={
          asked?.mayBeOut
            ? '它可能已经发出去了，只是还没收到回音。删除后这台手机不再发送；如果已经发出，请到晒单里撤回。'
            : '文字和照片会从这台手机上删掉，不能恢复。'
        }
        confirmText="删除"
        danger
        onConfirm={() => {
          if (asked) discard(asked.post.clientToken);
          ask(null);
        }}
        onCancel={() => ask(null)}
      />
    </Page>
  );
}
