import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyView } from '../../../../contract/duty-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Timeline } from '../../../components/timeline';
import { stepsOf } from '../../../features/act/steps-of';
import { open } from '../../../platform/navigate';
import { useToldAct } from '../../../features/act/use-told-act';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { ActSheet } from './act-sheet';
import { AttendanceCard } from './attendance-card';
import { CodeBoard } from './code-board';
import type { DoDutyAct, FormAct } from './duty-acts';
import { DutyFacts } from './duty-facts';
import { FilingButton } from './filing-button';
import { RecordCard } from './record-card';
import { SettleSheet } from './settle-sheet';
import { SheetButton } from './sheet-button';
import { SignInCard } from './sign-in-card';
import './duty-page.scss';

interface Props {
  duty: DutyView;
  /** The digits of a code that was scanned. */
  code: string;
  onChanged: (duty: DutyView) => void;
  onReload: () => Promise<void>;
}

/** What somebody has to do now stands first: sign in, or show the code; what it is, who came and what was done follow. */
export function DutyPageView({ duty, code, onChanged, onReload }: Props) {
  const { id, allowed, timeline, mine } = duty;
  const { notice, act } = useToldAct<{ duty: DutyView }>({
    onChanged: ({ duty: changed }) => onChanged(changed),
    onReload,
  });
  const [chosen, setChosen] = useState<FormAct | null>(null);
  const mayKeep = timeline.length > 0;
  return (
    <Page wide={mayKeep} bar={hasBar(duty) ? <Bar duty={duty} act={act} onChoose={setChosen} /> : null}>
      {notice ? <Notice {...notice} /> : null}
      {allowed.includes('signIn') ? <SignInCard key={id} duty={duty} scanned={code} act={act} /> : null}
      {!notice && mine?.status === 'present' && duty.state !== 'settled' ? (
        <Notice tone="good" text="您已签到。" />
      ) : null}
      <View className={mayKeep ? 'duty-page' : ''}>
        <View className="duty-page__side">
          {allowed.includes('code') ? <CodeBoard id={id} counts={duty.counts} onTick={onReload} /> : null}
          <DutyFacts duty={duty} />
          <RecordCard duty={duty} act={act} onChoose={setChosen} />
          {mayKeep ? <KeeperCard duty={duty} act={act} onChoose={setChosen} /> : null}
        </View>
        {mayKeep ? (
          <View className="duty-page__side">
            <AttendanceCard duty={duty} onChanged={onReload} />
            <Card title="办理经过">
              <Timeline steps={stepsOf(timeline)} />
            </Card>
          </View>
        ) : null}
      </View>
      <ActSheet id={id} chosen={chosen} onClose={() => setChosen(null)} act={act} />
    </Page>
  );
}

interface ActProps {
  duty: DutyView;
  onChoose: (act: FormAct) => void;
}

const hasBar = ({ allowed }: DutyView): boolean => allowed.includes('settle') || allowed.includes('askLeave');

/** 请假 for those who are called, 确认考勤 for those who keep it. */
function Bar({ duty, act, onChoose }: ActProps & { act: DoDutyAct }) {
  const [isSettling, setSettling] = useState(false);
  const { id, allowed } = duty;
  if (allowed.includes('settle')) {
    return (
      <>
        <Button id="settle" kind="primary" size="big" text="确认考勤" onPress={() => setSettling(true)} />
        {isSettling ? <SettleSheet id={id} act={act} onClose={() => setSettling(false)} /> : null}
      </>
    );
  }
  return <Button id="act-askLeave" text="不能参加，请假" onPress={() => onChoose('askLeave')} />;
}

/** What is done with it before and after. */
function KeeperCard({ duty: { id, allowed, title }, act, onChoose }: ActProps & { act: DoDutyAct }) {
  const has = (act: 'save' | 'cancel' | 'reopen' | 'sheet'): boolean => allowed.includes(act);
  if (!has('save') && !has('reopen') && !has('sheet')) return null;
  return (
    <Card title="其他操作">
      <View className="duty-page__acts">
        {has('sheet') ? <SheetButton id={id} title={title} /> : null}
        {has('save') ? <Button id="edit" text="修改活动" onPress={() => open(routes.dutyCall, { id })} /> : null}
        {allowed.includes('file') ? <FilingButton id={id} act={act} /> : null}
        {has('reopen') ? (
          <Button id="act-reopen" kind="danger" text="重新核对考勤" onPress={() => onChoose('reopen')} />
        ) : null}
        {has('cancel') ? (
          <Button id="act-cancel" kind="danger" text="取消活动" onPress={() => onChoose('cancel')} />
        ) : null}
      </View>
    </Card>
  );
}
