import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Pressable } from './pressable';
import './card.scss';

interface Props {
  children: ReactNode;
  title?: string | undefined;
  /** Makes the whole card one thing to press. */
  onPress?: (() => void) | undefined;
  label?: string | undefined;
  id?: string | undefined;
}

export function Card({ children, title, onPress, label, id }: Props) {
  if (onPress) {
    return (
      <Pressable className="card card--pressable" role="link" onPress={onPress} label={label} id={id}>
        {children}
      </Pressable>
    );
  }
  return (
    <View {...(id ? { id } : {})} className="card">
      {title ? <View className="card__title">{title}</View> : null}
      {children}
    </View>
  );
}
