import { View } from '@tarojs/components';
import type { ModelView } from '../../../../contract/honour';
import { filledIn } from '../../../../domain/article';
import { Card } from '../../../components/card';
import { TextField } from '../../../components/text-field';
import { ArticleText } from '../../../features/honour/article-text';
import { useFigureSheet } from '../../../features/honour/figure-rows';
import { BodyField } from './body-field';
import { PhotoChoice } from './photo-choice';
import type { Editor } from './use-editor';

const MOST_TITLE = 40;

/** The article to be written, and beside it as it will be read. */
export function ArticleEditor({ model, editor }: { model: ModelView; editor: Editor }) {
  const { written, errors, set } = editor;
  const { show, sheet } = useFigureSheet();
  return (
    <View className="editor">
      <View className="editor__side">
        <Card title="稿件">
          <TextField
            id="article-title"
            label="标题"
            required
            defaultValue={written.title}
            maxLength={MOST_TITLE}
            error={errors.title}
            onInput={(title) => set({ title })}
          />
          <BodyField
            text={written.text}
            figures={model.figures}
            error={errors.text}
            onInput={(text) => set({ text })}
          />
          <PhotoChoice
            choices={model.photoChoices}
            chosen={written.photos}
            error={errors.photos}
            onChange={(photos) => set({ photos })}
          />
        </Card>
      </View>
      <View className="editor__side">
        <Card title="读者看到的样子" id="preview">
          <View className="editor__title">{filledIn(written.title, model.figures)}</View>
          <ArticleText text={written.text} figures={model.figures} onFigure={show} />
        </Card>
      </View>
      {sheet}
    </View>
  );
}
