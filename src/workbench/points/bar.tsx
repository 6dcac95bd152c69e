import { View } from '@tarojs/components';
import { Children, type ReactNode } from 'react';
import './points.scss';

/** The buttons at the bottom of the screen: they share a phone's width, and stand at the right on a desk. */
export const Bar = ({ children }: { children: ReactNode }) => (
  <View className="points-bar">
    {Children.map(children, (child) => (
      <View className="points-bar__act">{child}</View>
    ))}
  </View>
);
