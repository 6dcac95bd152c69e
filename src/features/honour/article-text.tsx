import { View } from '@tarojs/components';
import type { Figure } from '../../../contract/honour';
import { segmentsOf } from '../../../domain/article';
import { Pressable } from '../../components/pressable';
import { grouped } from '../../platform/numbers';
import './article-text.scss';

interface Props {
  text: string;
  figures: readonly Figure[];
  /** A figure that was pressed. */
  onFigure: (figure: Figure) => void;
}

/** An article as it is read: each figure a number that leads to the rows behind it. */
export function ArticleText({ text, figures, onFigure }: Props) {
  return (
    <View className="article-text">
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <View key={index} className="article-text__paragraph">
            {segmentsOf(line.trim()).map((part, place) =>
              'text' in part ? (
                part.text
              ) : (
                <Quoted key={place} name={part.figure} figures={figures} onFigure={onFigure} />
              ),
            )}
          </View>
        ))}
    </View>
  );
}

interface QuotedProps extends Pick<Props, 'figures' | 'onFigure'> {
  name: string;
}

function Quoted({ name, figures, onFigure }: QuotedProps) {
  const figure = figures.find((one) => one.name === name);
  if (!figure) return <View className="article-text__unknown">【{name}】</View>;
  return (
    <Pressable
      className="article-text__figure"
      label={`${name} ${figure.value} ${figure.unit}，查看依据`}
      onPress={() => onFigure(figure)}
    >
      {grouped(figure.value)}
    </Pressable>
  );
}
