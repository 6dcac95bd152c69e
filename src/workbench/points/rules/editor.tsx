import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RuleVersion } from '../../../../contract/points-rules';
import { rulePartLabels, ruleParts, type RulePart } from '../../../../domain/points-rules';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice, type NoticeContent } from '../../../components/notice';
import { capText, RuleNotes } from '../../../features/points/rules';
import { Page } from '../../../platform/page';
import { scrollToTop } from '../../../platform/scroll-to';
import { ChangeLog } from './change-log';
import { Review } from './review';
import { RuleCard } from './rule-card';
import { RuleForm } from './rule-form';
import { SchemeCard } from './scheme-card';
import { useRuleDraft, type RuleDraft } from './use-rule-draft';
import { newestOf, newestScheme, type Versions } from './versions';

interface Props {
  versions: Versions;
  onReload: () => Promise<void>;
}

/** The presidium's: changes are gathered, tried on the last month, and saved together from one day on. */
export function Editor({ versions, onReload }: Props) {
  const draft = useRuleDraft(versions);
  const [edited, setEdited] = useState<RuleVersion | null>(null);
  const [isReviewing, setReviewing] = useState(false);
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const scheme = newestScheme(versions);
  const go = (reviewing: boolean) => {
    setReviewing(reviewing);
    scrollToTop();
  };
  /** Back to the rules as they now are, with what came of it. */
  const handleSettled = async (settled: NoticeContent) => {
    setNotice(settled);
    go(false);
    await onReload();
  };
  if (!scheme) return null;
  if (isReviewing && draft.count > 0) {
    return <Review draft={draft} versions={versions} onBack={() => go(false)} onSettled={handleSettled} />;
  }
  const bar = (
    <View className="rules-bar">
      <View className="rules-bar__text">已改 {draft.count} 项</View>
      <View className="rules-bar__act">
        <Button id="review" kind="primary" size="big" text="试算并保存" onPress={() => go(true)} />
      </View>
    </View>
  );
  return (
    <Page wide bar={draft.count > 0 ? bar : null}>
      {notice ? <Notice tone={notice.tone} text={notice.text} /> : null}
      <SchemeCard scheme={scheme} draft={draft} />
      {ruleParts.map((part) => (
        <PartRules
          key={part}
          part={part}
          cap={capText(part, draft.scheme ?? scheme)}
          {...{ versions, draft }}
          onEdit={setEdited}
        />
      ))}
      <Card title="不另设规则的">
        <RuleNotes />
      </Card>
      <ChangeLog versions={versions} />
      <RuleForm
        rule={edited}
        change={edited ? draft.changeOf(edited.code) : undefined}
        from={draft.from}
        onClose={() => setEdited(null)}
        onDone={(rule, change) => {
          draft.put(rule, change);
          setEdited(null);
        }}
      />
    </Page>
  );
}

interface PartProps {
  part: RulePart;
  cap: string;
  versions: Versions;
  draft: RuleDraft;
  onEdit: (rule: RuleVersion) => void;
}

function PartRules({ part, cap, versions, draft, onEdit }: PartProps) {
  return (
    <View>
      <View className="rules-part">
        <View className="rules-part__name">{rulePartLabels[part]}</View>
        <View className="rules-part__cap">{cap}</View>
      </View>
      <View className="rules-grid">
        {newestOf(versions)
          .filter((rule) => rule.part === part)
          .map((rule) => (
            <RuleCard
              key={rule.code}
              rule={rule}
              versions={versions}
              change={draft.changeOf(rule.code)}
              onEdit={() => onEdit(rule)}
              onDrop={() => draft.drop(rule.code)}
            />
          ))}
      </View>
    </View>
  );
}
