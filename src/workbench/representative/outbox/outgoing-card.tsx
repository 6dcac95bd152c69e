import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Tag, type Tone } from '../../../components/tag';
import { HELD_BACK, retryNow, type Outgoing } from '../../../features/post/outbox';
import { whenText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { photoUrl } from '../../../platform/photo-store';
import { routes } from '../../../platform/routes';

const words: Record<Outgoing['state'], { text: string; tone: Tone }> = {
  waiting: { text: '等待发送', tone: 'amber' },
  sending: { text: '正在发送', tone: 'blue' },
  refused: { text: '没有发出', tone: 'red' },
  sent: { text: '已发出', tone: 'green' },
};

/** Nothing is wrong with it: its author has taken it out to change it. */
const held: { text: string; tone: Tone } = { text: '正在修改', tone: 'amber' };

interface Props {
  outgoing: Outgoing;
  onDiscard: () => void;
}

/** One post on its way: its first photo and words, how far it has come, and why it waits. */
export function OutgoingCard({ outgoing, onDiscard }: Props) {
  const { post, state, why, queuedAt, result, mayBeOut } = outgoing;
  const isHeld = state === 'refused' && why === HELD_BACK;
  const { text, tone } = isHeld ? held : words[state];
  return (
    <Card>
      <View className="outbox__head">
        <Tag text={text} tone={tone} />
        <View className="outbox__when">{whenText(new Date(queuedAt).toISOString())}放入</View>
      </View>
      <View className="outbox__post">
        <FirstPhoto outgoing={outgoing} />
        <View className="outbox__text">{post.text}</View>
      </View>
      {state === 'sent' ? null : <Progress outgoing={outgoing} />}
      {why === '' ? null : <View className={`outbox__why outbox__why--${isHeld ? 'waiting' : state}`}>{why}</View>}
      {mayBeOut && state === 'waiting' ? (
        <View className="outbox__why">可能已经发出，正在等回音，重发也不会变成两条。</View>
      ) : null}
      <View className="outbox__acts">
        {result ? <Button text="去看看" onPress={() => open(routes.postDetail, { id: result.id })} /> : null}
        {state === 'sent' ? null : (
          <View className="outbox__row">
            {state === 'waiting' ? <Button text="立即重试" onPress={() => retryNow(post.clientToken)} /> : null}
            {mayBeOut ? null : (
              <Button
                kind={state === 'refused' ? 'primary' : 'plain'}
                text={isHeld ? '接着改' : '修改'}
                onPress={() => open(routes.publish, { edit: post.clientToken })}
              />
            )}
            <Button text="删除" onPress={onDiscard} />
          </View>
        )}
      </View>
    </Card>
  );
}

function FirstPhoto({ outgoing: { post, result } }: { outgoing: Outgoing }) {
  const key = post.photos[0]?.key ?? '';
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isThere = true;
    void photoUrl(key).then((found) => {
      if (isThere) setUrl(found);
    });
    return () => {
      isThere = false;
    };
  }, [key]);
  const src = result?.photos[0]?.thumb ?? url ?? post.photos[0]?.url;
  return src === undefined ? (
    <View className="outbox__photo" />
  ) : (
    <Image className="outbox__photo" src={src} mode="aspectFill" />
  );
}

function Progress({ outgoing: { post, progress, state } }: { outgoing: Outgoing }) {
  const arrived = post.photos.filter(({ mediaId }) => mediaId !== undefined).length;
  const percent = Math.round(progress * 100);
  const tail = state === 'sending' && arrived === post.photos.length ? '，正在发布' : '';
  return (
    <View className="outbox__progress">
      <View className="outbox__count">
        照片已传 {arrived}/{post.photos.length}
        {tail}
      </View>
      <View className="outbox__track">
        <View className="outbox__bar" style={{ width: `${percent}%` }} />
      </View>
    </View>
  );
}
