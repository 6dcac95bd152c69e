import { useState } from 'react';
import type { Evidence, ModelView } from '../../../../contract/honour';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';
import { EvidenceList } from './evidence';
import type { DoModelAct } from './use-model-act';

interface Props {
  model: ModelView;
  act: DoModelAct;
}

/** 改为推荐他人: the draft begins anew. */
export function AnotherPerson({ model, act }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { id, rev } = model;
  const handleNominate = ({ representativeId }: Evidence) => {
    setOpen(false);
    void act('nominate', () => call('honour.save', { id, rev, representativeId }));
  };
  return (
    <>
      <Button id="another" text="改为推荐他人" onPress={() => setOpen(true)} />
      <Sheet open={isOpen} title="改为推荐他人" onClose={() => setOpen(false)}>
        <Others model={model} onNominate={handleNominate} />
      </Sheet>
    </>
  );
}

function Others({ model, onNominate }: { model: ModelView; onNominate: (one: Evidence) => void }) {
  const { month, groupId, representativeId, representative = '' } = model;
  const { state, data, error, reload } = useLoad(() => call('honour.evidence', { month, groupId }), model.id);
  if (state === 'loading') return <LoadingSkeleton />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  return (
    <>
      <Notice tone="plain" text={`现在推荐的是${representative}。改推荐他人，稿件会重新起草，现在的文字不保留。`} />
      <EvidenceList
        items={data.items.filter((one) => one.representativeId !== representativeId)}
        onNominate={onNominate}
      />
    </>
  );
}
