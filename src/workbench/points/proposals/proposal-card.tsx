import { View } from '@tarojs/components';
import type { Me } from '../../../../contract/account';
import type { ProposalView } from '../../../../contract/points-proposals';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { signedPoints } from '../../../features/points/points-text';
import { dayText, timeText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { Fact } from '../fact';
import { refDoor, type RefDoor } from '../ref-door';
import { Said } from '../said';
import { actsOf, actTexts, type ProposalAct } from './proposal-acts';
import { hidingText, isWaiting, nextText, statusMarks, whyNotText } from '../proposal-texts';
import '../points.scss';

interface Props {
  me: Me;
  proposal: ProposalView;
  onChoose: (act: ProposalAct, proposal: ProposalView) => void;
}

export function ProposalCard({ me, proposal, onChoose }: Props) {
  const { id, ruleName, rule, points, status, kind, at, ref, how, reason, proposed } = proposal;
  const now = new Date();
  const next = nextText(proposal, now);
  const why = whyNotText(proposal, me, now);
  const hiding = hidingText(proposal);
  const less = points < 0 ? ' points-head__points--less' : '';
  return (
    <Card id={`proposal-${id}`}>
      <View className="points-head">
        <View className="points-head__name">
          {proposal.representative}：{ruleName}
        </View>
        <View className={`points-head__points${less}`}>{signedPoints(points)}</View>
      </View>
      <View className="points-tags">
        <Tag text={kind === 'deduction' ? '扣分' : '加分'} tone={kind === 'deduction' ? 'red' : 'plain'} />
        <Tag {...statusMarks[status]} />
        <Tag text={proposal.groupName} />
      </View>
      <View>
        {dayText(at)} · {ref.label}
      </View>
      <Fact name="怎么算" text={`${rule}：${how}`} />
      <Fact name="事由" text={reason} />
      <Fact name="提出" text={`${proposed.bySystem ? '系统按规则提出' : proposed.who}，${timeText(proposed.at)}`} />
      <Words proposal={proposal} />
      {hiding && isWaiting(proposal) ? <View className="points-hint">{hiding}</View> : null}
      {next ? (
        <View className="points-warning">
          <Unbroken text={next} />
        </View>
      ) : null}
      {why ? (
        <View className="points-hint">
          <Unbroken text={why} />
        </View>
      ) : null}
      <Acts me={me} proposal={proposal} onChoose={onChoose} />
    </Card>
  );
}

/** Evidence, explanation and decision, each in the words of who said it. */
function Words({ proposal: { evidence, explanation, settled, status } }: { proposal: ProposalView }) {
  const hasEvidence = evidence.text !== undefined || evidence.photos.length > 0;
  const outcome = status === 'booked' ? '确认记分' : '不予记分';
  return (
    <>
      {hasEvidence ? <Said head="证明" text={evidence.text ?? ''} photos={evidence.photos} /> : null}
      {explanation ? (
        <Said head={`本人说明（${timeText(explanation.at)}）`} text={explanation.text} photos={explanation.photos} />
      ) : null}
      {settled ? (
        <Said head={`${settled.who} ${outcome}（${timeText(settled.at)}）`} text={settled.reason ?? ''} />
      ) : null}
    </>
  );
}

function doorsOf({ wishId, postId, ref, entryId, representativeId }: ProposalView): RefDoor[] {
  const about = [
    ...(wishId === undefined ? [] : [refDoor({ kind: 'wish', id: wishId, label: '' })]),
    ...(postId === undefined ? [] : [refDoor({ kind: 'post', id: postId, label: '' })]),
    ...(ref.kind === 'duty' || ref.kind === 'order' ? [refDoor(ref)] : []),
  ].filter((door) => door !== null);
  const entry = {
    text: '看这笔积分',
    onPress: () => open(routes.entries, { representativeId, ...(entryId === undefined ? {} : { id: entryId }) }),
  };
  return [...about, ...(entryId === undefined ? [] : [entry])];
}

const kinds = { explain: 'primary', confirm: 'primary', drop: 'danger', withdraw: 'danger' } as const satisfies Record<
  ProposalAct,
  string
>;

function Acts({ me, proposal, onChoose }: Props) {
  const { id, representative } = proposal;
  const doors = doorsOf(proposal);
  const acts = actsOf(proposal, hasRole(me, 'liaison', 'presidium', 'admin'));
  if (doors.length + acts.length === 0) return null;
  return (
    <View className="points-acts">
      {doors.map(({ text, onPress }) => (
        <View key={text} className="points-acts__act">
          <Button text={text} onPress={onPress} />
        </View>
      ))}
      {acts.map((act) => (
        <View key={act} className="points-acts__act">
          <Button
            id={`${act}-${id}`}
            kind={kinds[act]}
            text={actTexts[act]}
            label={`${actTexts[act]}：${representative}`}
            onPress={() => onChoose(act, proposal)}
          />
        </View>
      ))}
    </View>
  );
}
