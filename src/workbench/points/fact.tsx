import { View } from '@tarojs/components';
import './points.scss';

/** One named line of what is known. */
export const Fact = ({ name, text }: { name: string; text: string }) => (
  <View className="points-fact">
    <View className="points-fact__name">{name}</View>
    <View className="points-fact__text">{text}</View>
  </View>
);
