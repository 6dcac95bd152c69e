import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AwardView } from '../../../../contract/award-views';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Timeline } from '../../../components/timeline';
import { stepsOf } from '../../../features/act/steps-of';
import { Page } from '../../../platform/page';
import { ActSheet, type Chosen } from './act-sheet';
import type { Act, Target } from './acts';
import { AnnouncedList } from './announced-list';
import { Candidates } from './candidates';
import { ChoiceBar } from './choice-bar';
import { Objections } from './objections';
import { Nominations } from './nominations';
import { OfficeWork } from './office-work';
import { StepCard } from './step-card';
import { useAwardAct } from './use-award-act';
import { Winners } from './winners';
import './award.scss';

interface Props {
  award: AwardView;
  onChanged: (award: AwardView) => void;
  onReload: () => Promise<void>;
}

/** Opens the form of an act, for the award or one person of it. */
export type Begin = (act: Act, about?: Omit<Target, 'id' | 'rev'>) => void;

const hasNotice: readonly AwardView['status'][] = ['notice', 'decided', 'cancelled'];

export function AwardPageView({ award, onChanged, onReload }: Props) {
  const { notice, act } = useAwardAct({ onChanged, onReload });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { id, rev, status, allowed } = award;
  const begin: Begin = (what, about = {}) => setChosen({ act: what, target: { id, rev, ...about } });
  const isChoosing = allowed.includes('announce');
  const toggle = (one: string) =>
    setPicked(picked.includes(one) ? picked.filter((other) => other !== one) : [...picked, one]);
  return (
    <Page wide bar={isChoosing ? <ChoiceBar award={award} picked={picked} onBegin={begin} /> : null}>
      {notice ? <Notice {...notice} /> : null}
      <StepCard award={award} onBegin={begin} act={act} />
      <Winners award={award} />
      {hasNotice.includes(status) ? <AnnouncedList award={award} onBegin={begin} /> : null}
      <Objections award={award} onBegin={begin} />
      <Candidates award={award} picked={picked} onPick={isChoosing ? toggle : undefined} onBegin={begin} />
      <Nominations award={award} onBegin={begin} />
      <OfficeWork award={award} onBegin={begin} />
      <Card id="plan" title="评选方案">
        {award.lines.map((line) => (
          <View key={line} className="award__line">
            {line}
          </View>
        ))}
      </Card>
      <Card title="评选经过">
        <Timeline steps={stepsOf(award.timeline)} />
      </Card>
      <ActSheet chosen={chosen} onClose={() => setChosen(null)} act={act} />
    </Page>
  );
}
