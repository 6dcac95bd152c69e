import { Image, Slider, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { shapeOf, type GridPhoto } from '../../components/photo-grid';
import { Pressable } from '../../components/pressable';
import './before-after.scss';

interface Props {
  before: GridPhoto;
  after: GridPhoto;
  /** Those to leaf through once one is opened. */
  among: readonly GridPhoto[];
}

const MIDDLE = 50;
const STEP = 1;

/** 前后对比: one picture over the other in the same frame; a handle uncovers more of either. */
export function BeforeAfter({ before, after, among }: Props) {
  const [at, setAt] = useState(MIDDLE);
  const urls = among.map(({ view }) => view);
  const preview = (photo: GridPhoto) => void Taro.previewImage({ current: photo.view, urls });
  const moved = ({ detail }: { detail: { value: number } }) => setAt(detail.value);
  const uncovered = `inset(0 ${100 - at}% 0 0)`;
  return (
    <View className="before-after">
      <View className="before-after__box" style={{ paddingTop: `${shapeOf(after)}%` }}>
        <Image className="before-after__image" src={after.medium} mode="aspectFill" lazyLoad />
        <View className="before-after__over" style={{ clipPath: uncovered, WebkitClipPath: uncovered }}>
          <Image className="before-after__image" src={before.medium} mode="aspectFill" lazyLoad />
        </View>
        <Handle at={at} onMove={setAt} />
        <View className="before-after__word before-after__word--before">之前</View>
        <View className="before-after__word before-after__word--after">之后</View>
      </View>
      {process.env.TARO_ENV === 'h5' ? null : (
        <Slider
          className="before-after__slider"
          min={0}
          max={100}
          step={STEP}
          value={MIDDLE}
          activeColor="#c7252b"
          blockSize={28}
          onChanging={moved}
          onChange={moved}
        />
      )}
      <View className="before-after__foot">
        <View className="before-after__hint">左右拖动，对比前后</View>
        <Pressable className="before-after__open" label="查看之前的大图" onPress={() => preview(before)}>
          之前大图
        </Pressable>
        <Pressable className="before-after__open" label="查看之后的大图" onPress={() => preview(after)}>
          之后大图
        </Pressable>
      </View>
    </View>
  );
}

/** On H5 the browser's own slider lies unseen over the whole picture: finger, mouse, keyboard and reader all know it. */
function Handle({ at, onMove }: { at: number; onMove: (at: number) => void }) {
  return (
    <>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          type="range"
          className="before-after__input"
          min={0}
          max={100}
          step={STEP}
          value={at}
          aria-label="前后对比，左右拖动"
          aria-valuetext={`之前的照片露出百分之${at}`}
          onChange={({ target }) => onMove(Number(target.value))}
        />
      ) : null}
      <View className="before-after__line" style={{ left: `${at}%` }}>
        <View className="before-after__knob">‹ ›</View>
      </View>
    </>
  );
}
