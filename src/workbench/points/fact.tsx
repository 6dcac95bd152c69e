import { View } from '@tarojs/components';
import { Unbroken } from '../../components/unbroken';
import './points.scss';

/** One named line of what is known. */
export const Fact = ({ name, text }: { name: string; text: string }) => (
  <View className="points-fact">
    <View className="points-fact__name">{name}</View>
    <View className="points-fact__text">
      <Unbroken text={text} />
    </View>
  </View>
);
