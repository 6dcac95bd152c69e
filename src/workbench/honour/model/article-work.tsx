import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { ModelView } from '../../../../contract/honour';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice, type NoticeContent } from '../../../components/notice';
import { Timeline } from '../../../components/timeline';
import { stepsOf } from '../../../features/act/steps-of';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { ActSheet } from './act-sheet';
import { AnotherPerson } from './another-person';
import { ArticleEditor } from './editor';
import { isMainAct, modelActLabels, modelActsOf, type ModelAct } from './model-acts';
import { ModelFacts, ReadArticle } from './model-facts';
import { PaperButton } from './paper-button';
import { useEditor } from './use-editor';
import type { DoModelAct } from './use-model-act';

interface Props {
  model: ModelView;
  notice: NoticeContent | null;
  act: DoModelAct;
}

/** The article from its draft to the day it is published. */
export function ArticleWork({ model, notice, act }: Props) {
  const [chosen, setChosen] = useState<ModelAct | null>(null);
  const editor = useEditor(model);
  const maySave = model.allowed.includes('save');
  const acts = modelActsOf(model);
  const save = () =>
    act('save', async () => {
      const saved = await editor.save();
      return saved && { model: saved };
    });
  const bar = (
    <View className="model-page__acts">
      {maySave ? (
        <Act>
          <Button id="save" text="保存" busyText="正在保存…" disabled={!editor.isChanged} onPress={save} />
        </Act>
      ) : null}
      {acts.filter(isMainAct).map((one) => (
        <Act key={one}>
          <Button
            id={`act-${one}`}
            kind={one === 'sendBack' ? 'plain' : 'primary'}
            text={modelActLabels[one]}
            onPress={() => setChosen(one)}
          />
        </Act>
      ))}
    </View>
  );
  return (
    <Page wide={maySave} bar={maySave || acts.some(isMainAct) ? bar : null}>
      {notice ? <Notice {...notice} /> : null}
      <ModelFacts model={model} />
      {maySave ? <ArticleEditor model={model} editor={editor} /> : <ReadArticle model={model} />}
      <OtherWork model={model} act={act} onChoose={setChosen} />
      <Card title="办理经过">
        <Timeline steps={stepsOf(model.timeline)} />
      </Card>
      <ActSheet id={model.id} chosen={chosen} onClose={() => setChosen(null)} act={act} saved={editor.save} />
    </Page>
  );
}

const Act = ({ children }: { children: ReactNode }) => <View className="model-page__act">{children}</View>;

interface OtherProps extends Pick<Props, 'model' | 'act'> {
  onChoose: (act: ModelAct) => void;
}

/** The paper, the page for everybody, and what undoes. */
function OtherWork({ model, act, onChoose }: OtherProps) {
  const undoing = modelActsOf(model).filter((one) => !isMainAct(one));
  const isDrafting = model.status === 'drafting' && model.allowed.includes('save');
  return (
    <Card title="其他操作">
      <View className="model-page__others">
        {model.allowed.includes('paper') ? <PaperButton id={model.id} /> : null}
        {model.status === 'published' ? (
          <Button id="open-article" text="看公开的页面" onPress={() => open(routes.article, { id: model.id })} />
        ) : null}
        {isDrafting ? <AnotherPerson model={model} act={act} /> : null}
        {undoing.map((one) => (
          <Button key={one} id={`act-${one}`} kind="danger" text={modelActLabels[one]} onPress={() => onChoose(one)} />
        ))}
      </View>
    </Card>
  );
}
