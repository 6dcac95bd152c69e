import { Image, View } from '@tarojs/components';
import type { ModelView } from '../../../../contract/honour';
import { Field } from '../../../components/field';
import { Pressable } from '../../../components/pressable';

const MOST_PHOTOS = 9;

interface Props {
  choices: ModelView['photoChoices'];
  chosen: readonly string[];
  error?: string | undefined;
  onChange: (ids: string[]) => void;
}

/** Which of the month's public photos go with the article, in the order in which they are pressed. */
export function PhotoChoice({ choices, chosen, error, onChange }: Props) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, MOST_PHOTOS));
  return (
    <Field
      id="article-photos"
      label="照片"
      group
      error={error}
      note={`${chosen.length}/${MOST_PHOTOS}`}
      hint={
        choices.length === 0
          ? '本月的晒单里没有可以公开的照片。照片里有群众的，发布晒单时要选“同意公开”。'
          : '都是本月晒单里可以公开的照片，点一下选用，再点一下取消。'
      }
    >
      <View id="article-photos" className="editor__photos">
        {choices.map(({ id, thumb }, index) => {
          const place = chosen.indexOf(id);
          return (
            <Pressable
              key={id}
              className={`editor__photo${place >= 0 ? ' editor__photo--on' : ''}`}
              role="checkbox"
              checked={place >= 0}
              label={`第 ${index + 1} 张照片`}
              onPress={() => toggle(id)}
            >
              <Image className="editor__image" src={thumb} mode="aspectFill" lazyLoad />
              {place >= 0 ? <View className="editor__place">{place + 1}</View> : null}
            </Pressable>
          );
        })}
      </View>
    </Field>
  );
}
