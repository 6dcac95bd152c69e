import { View } from '@tarojs/components';
import { Pressable } from '../../components/pressable';
import './tick.scss';

interface Props {
  label: string;
  isOn: boolean;
  onToggle: () => void;
  /** Words beside the box. */
  text?: string | undefined;
  id?: string | undefined;
}

/** A box to tick in front of a row. */
export function Tick({ label, isOn, onToggle, text, id }: Props) {
  return (
    <Pressable id={id} className="tick" role="checkbox" checked={isOn} label={label} onPress={onToggle}>
      <View className={`tick__box${isOn ? ' tick__box--on' : ''}`}>{isOn ? '✓' : ''}</View>
      {text ? <View className="tick__text">{text}</View> : null}
    </Pressable>
  );
}
