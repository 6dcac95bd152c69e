import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Pressable } from '../../../components/pressable';
import { Sheet } from '../../../components/sheet';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import type { Photos, PickedPhoto } from '../../../platform/use-photos';
import { MOST_PAIRS, type Pairs } from './use-pair';
import './photo-sheet.scss';

interface Props {
  photos: Photos;
  pairs: Pairs;
  /** Key of the photo that was pressed. */
  opened: string | null;
  onClose: () => void;
}

/** What can be done with one photo. */
export function PhotoSheet({ photos, pairs, opened, onClose }: Props) {
  const index = photos.photos.findIndex(({ key }) => key === opened);
  const photo = photos.photos[index];
  return (
    <Sheet open={photo !== undefined} title={`第 ${index + 1} 张照片`} onClose={onClose}>
      {photo ? <Doings photo={photo} index={index} photos={photos} pairs={pairs} onClose={onClose} /> : null}
    </Sheet>
  );
}

interface DoingsProps {
  photo: PickedPhoto;
  index: number;
  photos: Photos;
  pairs: Pairs;
  onClose: () => void;
}

function Doings({ photo, index, photos, pairs, onClose }: DoingsProps) {
  const { key, url } = photo;
  const last = photos.photos.length - 1;
  const remove = () => {
    onClose();
    photos.remove(key);
  };
  const blur = () => {
    onClose();
    open(routes.blur, { key });
  };
  return (
    <View className="photo-sheet">
      {url === '' ? null : <Image className="photo-sheet__image" src={url} mode="aspectFit" />}
      {last > 0 ? (
        <View className="photo-sheet__pair">
          <Button
            id="photo-earlier"
            text="← 前移"
            disabled={index === 0}
            onPress={() => photos.move(index, index - 1)}
          />
          <Button
            id="photo-later"
            text="后移 →"
            disabled={index === last}
            onPress={() => photos.move(index, index + 1)}
          />
        </View>
      ) : null}
      <Button id="photo-blur" text="遮住人脸、车牌" onPress={blur} />
      <Pairing photo={photo} photos={photos} pairs={pairs} onClose={onClose} />
      <Removal onRemove={remove} />
    </View>
  );
}

/** A photo that was taken here is nowhere else: one tap of a thumb is not enough. */
function Removal({ onRemove }: { onRemove: () => void }) {
  const [asks, setAsks] = useState(false);
  if (!asks) return <Button id="photo-remove" kind="danger" text="移除这张" onPress={() => setAsks(true)} />;
  return (
    <View className="photo-sheet__pair">
      <Button text="先不" onPress={() => setAsks(false)} />
      <Button id="photo-remove-now" kind="danger" text="确定移除" onPress={onRemove} />
    </View>
  );
}

function Pairing({ photo: { key }, photos, pairs, onClose }: Omit<DoingsProps, 'index'>) {
  const [chooses, setChooses] = useState(false);
  const part = pairs.partOf(key);
  if (part) {
    return (
      <View className="photo-sheet__pair">
        <Button
          id="pair-turn"
          text={`换成${part === 'before' ? '办之后' : '办之前'}`}
          onPress={() => pairs.turn(key)}
        />
        <Button id="pair-part" text="取消对比" onPress={() => pairs.part(key)} />
      </View>
    );
  }
  if (pairs.pairs.length >= MOST_PAIRS) return null;
  const others = photos.photos.filter((other) => other.key !== key && pairs.partOf(other.key) === null);
  const shootAfter = () => {
    onClose();
    open(routes.camera, { before: key });
  };
  const join = (after: string) => {
    pairs.join(key, after);
    onClose();
  };
  return (
    <>
      {photos.room > 0 ? <Button id="shoot-after" text="做前后对比：去拍办之后" onPress={shootAfter} /> : null}
      {others.length === 0 ? null : (
        <Button id="choose-after" text="做前后对比：选出办之后" onPress={() => setChooses(!chooses)} />
      )}
      {chooses ? <Others photos={others} onChoose={join} /> : null}
    </>
  );
}

function Others({ photos, onChoose }: { photos: readonly PickedPhoto[]; onChoose: (key: string) => void }) {
  return (
    <View>
      <View className="photo-sheet__question">哪一张是办之后？</View>
      <View className="photo-sheet__others">
        {photos.map(({ key, url }, index) => (
          <Pressable
            key={key}
            className="photo-sheet__other"
            label={`其余照片的第 ${index + 1} 张是办之后`}
            onPress={() => onChoose(key)}
          >
            <Image className="photo-sheet__thumb" src={url} mode="aspectFill" />
          </Pressable>
        ))}
      </View>
    </View>
  );
}
