import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Output } from '../../../contract/contract';
import { Pressable } from '../../components/pressable';
import { decoded } from '../../platform/address';
import { call } from '../../platform/call';
import { whenText } from '../../platform/dates';
import { groupTicket } from '../../platform/group-ticket';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import './group-entry.scss';

export type GroupEntry = Output<'post.enterGroup'>;

/** Tells the server in which WeChat group the post's card was opened; null when it was opened in any other way. */
export function useGroupEntry(postId: string): GroupEntry | null {
  const { group } = useRouter().params;
  const [entry, setEntry] = useState<GroupEntry | null>(null);
  useEffect(() => {
    let isHere = true;
    const enter = async () => {
      const ticket = await groupTicket({ path: routes.postDetail, id: postId, ticket: decoded(group) });
      if (ticket === null) return;
      const answer = await call('post.enterGroup', { ticket, id: postId });
      if (isHere) setEntry(answer);
    };
    // The post itself is what the page is for: without a signal this line is only missing.
    enter().catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [postId, group]);
  return entry;
}

/** 已晒到本群, and the door to the group's board. */
export function GroupEntryLine({ entry }: { entry: GroupEntry | null }) {
  if (entry === null) return null;
  const { groupKey, shownAt } = entry;
  return (
    <View id="group-entry" className="group-entry">
      <View className="group-entry__said">{shownAt ? `已晒到本群 · ${whenText(shownAt)}` : '从微信群里打开'}</View>
      <Pressable
        id="group-board"
        className="group-entry__door"
        role="link"
        onPress={() => open(routes.groupBoard, { key: groupKey })}
      >
        看组内晒单榜 ›
      </Pressable>
    </View>
  );
}
