import { Slider, View } from '@tarojs/components';
import './camera.scss';

const MOST = 80;

interface Props {
  /** In percent. */
  value: number;
  onChange: (value: number) => void;
}

/** How much of 办之前 is seen over the live picture. */
export function VeilSlider({ value, onChange }: Props) {
  return (
    <View className="camera__slider">
      <View className="camera__slider-label">“办之前”的浓淡</View>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          id="veil-slider"
          className="camera__range"
          type="range"
          min={0}
          max={MOST}
          value={value}
          aria-label="办之前照片的浓淡"
          onChange={({ target }) => onChange(Number(target.value))}
        />
      ) : (
        <Slider
          id="veil-slider"
          className="camera__range"
          min={0}
          max={MOST}
          value={value}
          activeColor="#c7252b"
          ariaLabel="办之前照片的浓淡"
          onChanging={({ detail }) => onChange(Number(detail.value))}
          onChange={({ detail }) => onChange(Number(detail.value))}
        />
      )}
    </View>
  );
}
