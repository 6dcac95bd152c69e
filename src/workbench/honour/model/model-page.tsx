import type { ModelView } from '../../../../contract/honour';
import { ArticleWork } from './article-work';
import { BeginMonth } from './begin-month';
import { useModelAct } from './use-model-act';
import './model-page.scss';

interface Props {
  id: string;
  model: ModelView | null;
  onChanged: (model: ModelView) => void;
  onReload: () => Promise<void>;
}

/** A month that has no article yet is begun from the evidence; one that has is worked on. */
export function ModelPageView({ id, model, onChanged, onReload }: Props) {
  const { notice, act } = useModelAct({ onChanged, onReload });
  if (model === null || model.status === 'none') {
    return <BeginMonth id={id} model={model} notice={notice} act={act} />;
  }
  // What another has saved is another text: its form begins anew.
  return <ArticleWork key={model.rev} model={model} notice={notice} act={act} />;
}
