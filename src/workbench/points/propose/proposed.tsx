import { View } from '@tarojs/components';
import type { ProposalView } from '../../../../contract/points-proposals';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { signedPoints } from '../../../features/points/points-text';
import { dayText } from '../../../platform/dates';
import { replace } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { Fact } from '../fact';
import { nextText } from '../proposal-texts';
import '../points.scss';

interface Props {
  proposal: ProposalView;
  onAnother: () => void;
}

/** What was proposed, and what happens with it now. */
export function Proposed({ proposal, onAnother }: Props) {
  const { id, representative, ruleName, points, how, at, ref } = proposal;
  return (
    <View id="proposed">
      <Notice tone="good" text={`已提交。${nextText(proposal, new Date()) ?? ''}`} />
      <Card title={`${representative}：${ruleName} ${signedPoints(points)}`}>
        <View>
          {dayText(at)} · {ref.label}
        </View>
        <Fact name="怎么算" text={how} />
        <View className="points-acts">
          <View className="points-acts__act">
            <Button id="another" text="再提一项" onPress={onAnother} />
          </View>
          <View className="points-acts__act">
            <Button
              id="see-proposal"
              kind="primary"
              text="看这项提议"
              onPress={() => replace(routes.proposals, { id })}
            />
          </View>
        </View>
      </Card>
    </View>
  );
}
