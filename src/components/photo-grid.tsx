import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Pressable } from './pressable';
import './photo-grid.scss';

export interface GridPhoto {
  id: string;
  thumb: string;
  medium: string;
  view: string;
  width: number;
  height: number;
}

interface Props {
  photos: readonly GridPhoto[];
  label: string;
  /** Those to leaf through once one is opened, where more belong to it than stand here. */
  among?: readonly GridPhoto[] | undefined;
}

/** One photo keeps its own shape, several are squares; the boxes are there before the photos are. */
export function PhotoGrid({ photos, label, among = photos }: Props) {
  const urls = among.map(({ view }) => view);
  const preview = (current: string) => void Taro.previewImage({ current, urls });
  const [only] = photos;
  if (!only) return null;
  if (photos.length === 1) {
    return (
      <Pressable className="photo-grid__only" label={`查看${label}`} onPress={() => preview(only.view)}>
        <View className="photo-grid__box" style={{ paddingTop: `${shapeOf(only)}%` }}>
          <Image className="photo-grid__image" src={only.medium} mode="aspectFill" lazyLoad />
        </View>
      </Pressable>
    );
  }
  return (
    <View className={`photo-grid photo-grid--${hasTwoColumns(photos) ? 'two' : 'three'}`}>
      {photos.map((photo, index) => (
        <Pressable
          key={photo.id}
          className="photo-grid__cell"
          label={`查看${label}，第 ${index + 1} 张，共 ${photos.length} 张`}
          onPress={() => preview(photo.view)}
        >
          <View className="photo-grid__box photo-grid__box--square">
            <Image
              className="photo-grid__image"
              src={hasTwoColumns(photos) ? photo.medium : photo.thumb}
              mode="aspectFill"
              lazyLoad
            />
          </View>
        </Pressable>
      ))}
    </View>
  );
}

const hasTwoColumns = (photos: readonly GridPhoto[]): boolean => photos.length === 2 || photos.length === 4;

/** Height in percent of the width; a very tall photo is cut. */
export const shapeOf = ({ width, height }: Pick<GridPhoto, 'width' | 'height'>): number =>
  width > 0 ? Math.min(120, (height / width) * 100) : 75;
