import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../../contract/contract';
import { rulePartLabels, ruleWayLabels, ruleParts, type RulePart } from '../../../domain/points-rules';
import { Card } from '../../components/card';
import { Pressable } from '../../components/pressable';
import { Unbroken } from '../../components/unbroken';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';
import './rules.scss';

type Rules = Output<'points.rules'>;

/** How points come, from the rules that hold today. */
export function PointsRules() {
  const { data } = useLoad(() => call('points.rules', {}), 'rules');
  // The board says its piece without them.
  return data ? <RulesByPart rules={data} /> : null;
}

/** Each part with its cap, its rules behind a press. */
export function RulesByPart({ rules }: { rules: Rules }) {
  const [opened, setOpened] = useState<readonly RulePart[]>([]);
  const toggle = (part: RulePart) =>
    setOpened(opened.includes(part) ? opened.filter((one) => one !== part) : [...opened, part]);
  return (
    <Card title={`积分怎么来（${rules.scheme.name}）`}>
      {ruleParts.map((part) => (
        <Part key={part} part={part} rules={rules} isOpen={opened.includes(part)} onToggle={() => toggle(part)} />
      ))}
      <RuleNotes />
    </Card>
  );
}

export function capText(part: RulePart, { partCaps }: Pick<Rules['scheme'], 'partCaps'>): string {
  if (part === 'deduction') return '从总分里扣，总分最低显示 0 分';
  const cap = partCaps[part];
  return cap === undefined ? '全年不封顶' : `全年最多 ${cap} 分`;
}

interface PartProps {
  part: RulePart;
  rules: Rules;
  isOpen: boolean;
  onToggle: () => void;
}

function Part({ part, rules, isOpen, onToggle }: PartProps) {
  const items = rules.items.filter((rule) => rule.part === part);
  return (
    <View className="points-rules__part">
      <Pressable id={`rules-${part}`} className="points-rules__head" onPress={onToggle}>
        <View className="points-rules__words">
          <View className="points-rules__title">{rulePartLabels[part]}</View>
          <View className="points-rules__small">
            <Unbroken text={`${items.length} 项，${capText(part, rules.scheme)}`} />
          </View>
        </View>
        <View className="points-rules__toggle">{isOpen ? '收起' : '展开'}</View>
      </Pressable>
      {isOpen
        ? items.map((rule) => (
            <View key={rule.code} className="points-rules__rule">
              <View className="points-rules__name">{rule.name}</View>
              <View className="points-rules__formula">
                <Unbroken text={rule.formula} />
              </View>
              <View className="points-rules__small">
                {ruleWayLabels[rule.way]} · 凭{rule.evidence}
              </View>
            </View>
          ))
        : null}
    </View>
  );
}

const notes = [
  '认领心愿不计分：办成了、群众评价了才计分。',
  '办结心愿按难度和群众评价计分，满意的分高，不满意的不计分。',
  '几位代表合力办成的，按各人分工分这一份积分，不重复计。',
  '心愿已经计过分的，再为它晒单不另外计分。',
] as const;

/** What people ask and no rule of its own says. */
export function RuleNotes() {
  return (
    <View className="points-rules__notes">
      {notes.map((note) => (
        <View key={note} className="points-rules__small">
          {note}
        </View>
      ))}
    </View>
  );
}
