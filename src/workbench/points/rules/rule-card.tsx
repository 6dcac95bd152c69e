import { View } from '@tarojs/components';
import type { RuleChange, RuleVersion } from '../../../../contract/points-rules';
import { ruleWayLabels } from '../../../../domain/points-rules';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { formulaAfter, shownDay, type Versions } from './versions';

interface Props {
  /** The newest version. */
  rule: RuleVersion;
  versions: Versions;
  change: RuleChange | undefined;
  onEdit: () => void;
  onDrop: () => void;
}

/** One rule: what holds, what will hold, and what would. */
export function RuleCard({ rule, versions, change, onEdit, onDrop }: Props) {
  const { code, name, span, ends, evidence, way } = rule;
  const held = versions.items.find((one) => one.code === code && one.span.state === 'now');
  const isComing = span.state === 'coming' || (ends === true && span.from >= versions.earliest);
  return (
    <Card id={`rule-${code}`}>
      <View className="rule-card__top">
        <View className="rule-card__name">{held?.name ?? name}</View>
        <Tag text={code} />
        {held ? null : <Tag text="已停用" tone="amber" />}
        {change ? <Tag text="已改，未保存" tone="red" /> : null}
      </View>
      {held ? (
        <View className={change ? 'rule-card__old' : ''}>
          <Unbroken text={held.formula} />
        </View>
      ) : null}
      {isComing ? (
        <View className="rule-card__coming">
          <Unbroken text={ends ? `${shownDay(span.from)}起停用` : `${shownDay(span.from)}起改为：${rule.formula}`} />
        </View>
      ) : null}
      {change ? (
        <View className="rule-card__new">
          <Unbroken text={`改为：${formulaAfter(rule, change)}`} />
        </View>
      ) : null}
      <View className="rule-card__small">
        {ruleWayLabels[way]} · 凭{evidence}
      </View>
      <View className="rule-card__acts">
        <Button id={`edit-${code}`} text="修改" label={`修改“${name}”`} onPress={onEdit} />
        {change ? <Button kind="quiet" text="撤掉这项修改" onPress={onDrop} /> : null}
      </View>
    </Card>
  );
}
