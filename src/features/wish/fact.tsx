import { View } from '@tarojs/components';
import { Unbroken } from '../../components/unbroken';
import './wish-facts.scss';

/** One named line of what is known of a wish. */
export function Fact({ name, text }: { name: string; text: string }) {
  return (
    <View className="wish-facts__fact">
      <View className="wish-facts__name">{name}</View>
      <View className="wish-facts__text">
        <Unbroken text={text} />
      </View>
    </View>
  );
}
