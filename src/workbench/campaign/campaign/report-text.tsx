import { View } from '@tarojs/components';
import { filledIn } from '../../../../domain/article';

interface Props {
  title: string;
  text: string;
  figures: readonly { name: string; value: number }[];
  /** Between title and text. */
  when?: string | undefined;
}

/** A report as it is read: numbers in place of names. */
export function ReportText({ title, text, figures, when }: Props) {
  return (
    <>
      <View className="campaign-report__title">{filledIn(title, figures)}</View>
      {when ? <View className="campaign__hint">{when}</View> : null}
      {filledIn(text, figures)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <View key={index} className="campaign-report__line">
            {line}
          </View>
        ))}
    </>
  );
}
