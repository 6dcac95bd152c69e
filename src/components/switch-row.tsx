import { View } from '@tarojs/components';
import { Pressable } from './pressable';
import './switch-row.scss';

interface Props {
  id?: string | undefined;
  text: string;
  hint?: string | undefined;
  isOn: boolean;
  /** How the two states are called, on first. */
  words?: readonly [on: string, off: string];
  onChange: (isOn: boolean) => void;
}

/** A sentence that is true or not; the whole row can be pressed, and the state is written out. */
export function SwitchRow({ id, text, hint, isOn, words = ['是', '否'], onChange }: Props) {
  return (
    <Pressable id={id} className="switch-row" role="switch" checked={isOn} onPress={() => onChange(!isOn)}>
      <View className="switch-row__words">
        <View className="switch-row__text">{text}</View>
        {hint ? <View className="switch-row__hint">{hint}</View> : null}
      </View>
      <View className={`switch-row__state${isOn ? ' switch-row__state--on' : ''}`}>{isOn ? words[0] : words[1]}</View>
    </Pressable>
  );
}
