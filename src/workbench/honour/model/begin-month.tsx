import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../../../contract/contract';
import type { Evidence, ModelView } from '../../../../contract/honour';
import { hasRole } from '../../../../domain/caller';
import { ofModelId, wholeMonthText } from '../../../../domain/model';
import { Button } from '../../../components/button';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Notice, type NoticeContent } from '../../../components/notice';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { useMe } from '../../../platform/use-me';
import { ActSheet } from './act-sheet';
import { EvidenceList } from './evidence';
import type { DoModelAct } from './use-model-act';

interface Props {
  id: string;
  /** Where the group has said that it names nobody. */
  model: ModelView | null;
  notice: NoticeContent | null;
  act: DoModelAct;
}

/** Whom to name, from the evidence of the month; or why nobody. */
export function BeginMonth({ id, model, notice, act }: Props) {
  const { month = '', groupId = '' } = ofModelId(id) ?? {};
  const { state, data, error, reload } = useLoad(() => call('honour.evidence', { month, groupId }), id);
  const me = useMe();
  const [asked, setAsked] = useState<Evidence | null>(null);
  const [isSkipping, setSkipping] = useState(false);
  const mayName = hasRole(me, 'liaison', 'presidium') && data?.isOpen === true;
  const content = () => {
    if (state === 'loading') return <LoadingSkeleton />;
    if (data) return <Evidences evidence={data} model={model} onNominate={mayName ? setAsked : undefined} />;
    if (error?.code === 'FORBIDDEN' || error?.code === 'UNAUTHENTICATED' || error?.code === 'INVALID_INPUT') {
      return (
        <EmptyState
          title="看不到这个小组的推荐"
          text="由本组组长、联络员和镇人大主席团办理。"
          action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      );
    }
    return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  };
  return (
    <Page wide bar={mayName ? <Button id="act-skip" text="本月不推荐" onPress={() => setSkipping(true)} /> : null}>
      {notice ? <Notice {...notice} /> : null}
      {content()}
      <ConfirmDialog
        open={asked !== null}
        title={`推荐${asked?.name ?? ''}？`}
        text={`推荐后，系统按${asked?.name ?? ''}本月的事迹起草信息稿件，您再核对、修改、送签。`}
        confirmText={`推荐${asked?.name ?? ''}`}
        onConfirm={async () => {
          const representativeId = asked?.representativeId ?? '';
          setAsked(null);
          await act('nominate', () => call('honour.nominate', { month, representativeId }));
        }}
        onCancel={() => setAsked(null)}
      />
      <ActSheet
        id={id}
        chosen={isSkipping ? 'skip' : null}
        onClose={() => setSkipping(false)}
        act={act}
        saved={() => Promise.resolve(model)}
      />
    </Page>
  );
}

interface EvidencesProps {
  evidence: Output<'honour.evidence'>;
  model: ModelView | null;
  onNominate: ((one: Evidence) => void) | undefined;
}

function Evidences({ evidence, model, onNominate }: EvidencesProps) {
  const { groupName, month, isOpen, opensAt, publishBy, items } = evidence;
  return (
    <>
      <View className="model-page__head">
        {groupName} {wholeMonthText(month)}
      </View>
      {model?.reason ? <Notice tone="plain" text={`已登记本月不推荐：${model.reason}。可以改为推荐一位。`} /> : null}
      <View className="model-page__hint">
        {isOpen
          ? `按本月积分、办结、晒单、感谢排序。请推荐一位，${dayText(publishBy)}前由主席团发布。`
          : `${dayText(opensAt)}起推荐，现在可以先看依据。按本月积分、办结、晒单、感谢排序。`}
      </View>
      {items.length === 0 ? <EmptyState title="名册上还没有本组的代表" /> : null}
      <EvidenceList items={items} onNominate={onNominate} />
    </>
  );
}
