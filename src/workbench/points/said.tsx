import { View } from '@tarojs/components';
import { PhotoGrid, type GridPhoto } from '../../components/photo-grid';
import { Unbroken } from '../../components/unbroken';
import './points.scss';

interface Props {
  head: string;
  text: string;
  photos?: readonly GridPhoto[];
}

/** What somebody has said, in a frame of its own. */
export const Said = ({ head, text, photos = [] }: Props) => (
  <View className="points-said">
    <View className="points-said__head">
      <Unbroken text={head} />
    </View>
    <View className="points-said__text">{text}</View>
    {photos.length > 0 ? (
      <View className="points-said__photos">
        <PhotoGrid photos={photos} label="照片" />
      </View>
    ) : null}
  </View>
);
