import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { WishView } from '../../../contract/wish-views';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { back } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import './submitted.scss';

const steps = [
  '24 小时内，村里的代表小组联络员会审核；如果要补充，会在“我的心愿”里告诉您。',
  '审核通过后，人大代表会来认领，并打电话与您联系。',
  '办好以后，请您回来说一声满意不满意。',
];

const stepsTogether = (code: string) => [
  `您的心愿和 ${code} 是同一件事，会一起办理，进度在“我的心愿”里看。`,
  '办好以后，也会单独问您满意不满意。',
];

/** The wish has arrived: its number, and what happens now. */
export function Submitted({ wish, onAnother }: { wish: WishView; onAnother: () => void }) {
  const look = () => void Taro.redirectTo({ url: `${routes.wishDetail}?id=${encodeURIComponent(wish.id)}` });
  return (
    <View>
      <Card>
        <View className="submitted__title">心愿已收到</View>
        <View className="submitted__label">心愿编号</View>
        <View id="wish-code" className="submitted__code">
          {wish.code}
        </View>
        <View className="submitted__label">接下来会怎样</View>
        {(wish.master ? stepsTogether(wish.master.code) : steps).map((step, index) => (
          <View key={step} className="submitted__step">
            <View className="submitted__number">{index + 1}</View>
            <View className="submitted__words">{step}</View>
          </View>
        ))}
      </Card>
      <View className="submitted__actions">
        <Button kind="primary" size="big" text="看我的心愿" onPress={look} />
        <Button text="再登记一个" onPress={onAnother} />
        <Button text="返回" onPress={() => back(routes.wishes)} />
      </View>
    </View>
  );
}
