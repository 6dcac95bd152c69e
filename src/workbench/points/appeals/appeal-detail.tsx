import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import type { AppealView } from '../../../../contract/points-appeals';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice, type NoticeContent } from '../../../components/notice';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { Tag } from '../../../components/tag';
import { signedPoints } from '../../../features/points/points-text';
import { call } from '../../../platform/call';
import { CallError, messageOf } from '../../../platform/call-error';
import { dayText, timeText } from '../../../platform/dates';
import { open, replace } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { scrollToTop } from '../../../platform/scroll-to';
import { useLoad } from '../../../platform/use-load';
import { Bar } from '../bar';
import { Fact } from '../fact';
import { refDoor } from '../ref-door';
import { Said } from '../said';
import { AppealActSheet, actTexts, doneTexts, type AppealAct } from './appeal-act-sheet';
import { appealMark, waitText, whyNotText } from './appeal-texts';
import '../points.scss';

export function AppealDetail({ me, id }: { me: Me; id: string }) {
  const { data, error, reload, set } = useLoad(async () => (await call('points.getAppeal', { id })).appeal, id);
  const [chosen, setChosen] = useState<AppealAct | null>(null);
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const say = (next: NoticeContent) => {
    setNotice(next);
    scrollToTop();
  };
  const send = async (work: Promise<{ appeal: AppealView }>) => {
    try {
      set((await work).appeal);
      if (chosen) say({ tone: 'good', text: doneTexts[chosen] });
      return null;
    } catch (refusal) {
      if (!(refusal instanceof CallError) || refusal.code !== 'WRONG_STATE') return refusal;
      say({ tone: 'bad', text: messageOf(refusal) });
      await reload();
      return null;
    }
  };
  if (!data) {
    const isHopeless = error?.code === 'NOT_FOUND' || error?.code === 'FORBIDDEN';
    return (
      <Page>
        {error ? <ErrorState message={error.message} onRetry={isHopeless ? undefined : reload} /> : null}
        {error ? null : <LoadingSkeleton />}
      </Page>
    );
  }
  const bar = data.allowed.length > 0 ? <ActBar acts={data.allowed} onChoose={setChosen} /> : null;
  return (
    <Page bar={bar}>
      {notice ? <Notice {...notice} /> : null}
      <AppealFacts me={me} appeal={data} />
      <Button id="all-appeals" text="看全部申诉" onPress={() => replace(routes.appeals)} />
      <AppealActSheet chosen={chosen} appeal={data} onClose={() => setChosen(null)} send={send} />
    </Page>
  );
}

function ActBar({ acts, onChoose }: { acts: readonly AppealAct[]; onChoose: (act: AppealAct) => void }) {
  return (
    <Bar>
      {acts.map((act) => (
        <Button
          key={act}
          id={`act-${act}`}
          kind={act === 'decide' ? 'primary' : 'plain'}
          text={actTexts[act]}
          onPress={() => onChoose(act)}
        />
      ))}
    </Bar>
  );
}

function AppealFacts({ me, appeal }: { me: Me; appeal: AppealView }) {
  const { entry, representative, representativeId, groupName, at, reason, photos } = appeal;
  const wait = waitText(appeal);
  const why = whyNotText(appeal, me);
  const door = refDoor(entry.ref);
  return (
    <Card title={`${representative}的申诉`}>
      <View className="points-tags">
        <Tag {...appealMark(appeal)} />
        {appeal.overdue ? <Tag text="已超期" tone="red" /> : null}
        <Tag text={groupName} />
      </View>
      {wait ? <View className="points-hint">{wait}</View> : null}
      <Fact name="哪一笔" text={`${entry.ruleName} ${signedPoints(entry.delta)}`} />
      <Fact name="事项" text={`${dayText(entry.at)} · ${entry.ref.label}`} />
      <Fact name="怎么算" text={`${entry.rule}：${entry.how}`} />
      {entry.reason ? <Fact name="说明" text={entry.reason} /> : null}
      <Fact name="记分时间" text={timeText(entry.bookedAt)} />
      <Said head={`本人的理由（${timeText(at)}）`} text={reason} photos={photos} />
      <Outcome appeal={appeal} />
      {why ? <View className="points-warning">{why}</View> : null}
      <View className="points-acts">
        {door ? (
          <View className="points-acts__act">
            <Button text={door.text} onPress={door.onPress} />
          </View>
        ) : null}
        <View className="points-acts__act">
          <Button
            id="see-entry"
            text="看这笔积分"
            onPress={() => open(routes.entries, { representativeId, id: entry.id })}
          />
        </View>
      </View>
    </Card>
  );
}

function Outcome({ appeal: { answer, decision, undone } }: { appeal: AppealView }) {
  return (
    <>
      {answer ? (
        <Said
          head={`镇人大办答复：${answer.accept ? '支持申诉' : '不支持申诉'}（${answer.who}，${timeText(answer.at)}）`}
          text={answer.reason}
        />
      ) : null}
      {decision ? (
        <Said
          head={`主席团决定：${decisionText(decision)}（${decision.who}，${timeText(decision.at)}）`}
          text={[
            decision.reason,
            ...(decision.points === 0 && undone !== undefined ? [`${undone}。`] : []),
            ...(decision.alone ? ['（主席团没有其他人，由答复人一并决定。）'] : []),
          ].join('\n')}
        />
      ) : null}
    </>
  );
}

const decisionText = ({ accept, points }: NonNullable<AppealView['decision']>): string =>
  accept ? `支持申诉，这一项改为 ${points ?? 0} 分` : '不支持申诉，维持原来的记分';
