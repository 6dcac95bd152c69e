import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Notice } from '../../../contract/notice';
import { Pressable } from '../../components/pressable';
import { Tag } from '../../components/tag';
import { Unbroken } from '../../components/unbroken';
import { clockText } from '../../platform/dates';
import './notice-card.scss';

const SHOWN_AT_FIRST = 5;

export interface Opens {
  wishId?: string | undefined;
  orderId?: string | undefined;
  postId?: string | undefined;
  modelId?: string | undefined;
  about?: string | undefined;
}

const isAbout = ({ wishId, orderId, postId, modelId, about }: Opens): boolean =>
  [wishId, orderId, postId, modelId, about].some((of) => of !== undefined);

interface Props {
  notice: Notice;
  /** What was pressed, of this notice or of one line of the day's digest. */
  onOpen: (what: Opens) => void;
}

/** One notice, or a day's digest with its lines; a press opens what it is about. */
export function NoticeCard({ notice, onOpen }: Props) {
  const { id, text, at, read, items } = notice;
  const isLinked = isAbout(notice);
  const head = (
    <>
      <View className="notice-card__top">
        {read ? null : <Tag text="未读" tone="red" />}
        <View className="notice-card__when">{clockText(at)}</View>
      </View>
      <View className={`notice-card__text${read ? '' : ' notice-card__text--new'}`}>
        <Unbroken text={text} />
      </View>
    </>
  );
  return (
    <View className="notice-card">
      {isLinked || items === undefined ? (
        <Pressable id={`notice-${id}`} className="notice-card__head" role="link" onPress={() => onOpen(notice)}>
          {head}
        </Pressable>
      ) : (
        <View className="notice-card__head">{head}</View>
      )}
      <Items items={items ?? []} onOpen={onOpen} />
    </View>
  );
}

interface ItemsProps extends Pick<Props, 'onOpen'> {
  items: NonNullable<Notice['items']>;
}

/** Few at first: a late day's digest would push everything else out of sight. */
function Items({ items, onOpen }: ItemsProps) {
  const [isWhole, setWhole] = useState(false);
  const rest = isWhole ? 0 : items.length - SHOWN_AT_FIRST;
  return (
    <>
      {(rest > 0 ? items.slice(0, SHOWN_AT_FIRST) : items).map((item, index) => (
        <Pressable key={index} className="notice-card__item" role="link" onPress={() => onOpen(item)}>
          <Unbroken text={item.text} />
        </Pressable>
      ))}
      {rest > 0 ? (
        <Pressable className="notice-card__item notice-card__more" onPress={() => setWhole(true)}>
          还有 {rest} 件，点开看全部
        </Pressable>
      ) : null}
    </>
  );
}
