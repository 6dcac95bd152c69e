import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { DateField } from '../../../components/date-field';
import { Notice, type NoticeContent } from '../../../components/notice';
import { Pressable } from '../../../components/pressable';
import { TextArea } from '../../../components/text-field';
import { call } from '../../../platform/call';
import { CallError, fieldErrors, formMessageOf } from '../../../platform/call-error';
import { Page } from '../../../platform/page';
import { scrollToField } from '../../../platform/scroll-to';
import { PreviewCard } from './preview-card';
import { partsText } from './scheme-card';
import type { RuleDraft } from './use-rule-draft';
import { formulaAfter, newestOf, newestScheme, shownDay, type Versions } from './versions';

interface Props {
  draft: RuleDraft;
  versions: Versions;
  onBack: () => void;
  /** It is saved, or others have made newer versions meanwhile. */
  onSettled: (notice: NoticeContent) => Promise<void>;
}

/** All that is changed, what it would have done to the last month, from when it holds and why. */
export function Review({ draft, versions, onBack, onSettled }: Props) {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');
  const [isAsking, setAsking] = useState(false);
  const ask = () => {
    const { why } = draft.current();
    const reasons: Record<string, string> = why.trim().length < 4 ? { why: '修改的理由至少 4 个字' } : {};
    setErrors(reasons);
    if (reasons.why) scrollToField('rules-why');
    else setAsking(true);
  };
  const save = async () => {
    setAsking(false);
    setFailure('');
    const { changes, scheme, from, why } = draft.current();
    try {
      await call('points.saveRules', { changes, from, why, ...(scheme ? { scheme } : {}) });
    } catch (error) {
      if (error instanceof CallError && error.code === 'WRONG_STATE') {
        return onSettled({ tone: 'bad', text: error.message });
      }
      setErrors(fieldErrors(error));
      return setFailure(formMessageOf(error));
    }
    draft.clear();
    return onSettled({ tone: 'good', text: `已保存，${shownDay(from)}起执行，各组组长、联络员会收到通知。` });
  };
  return (
    <Page wide>
      <PreviewCard draft={draft} />
      <ChangedCard draft={draft} versions={versions} errors={errors} />
      <TermsCard draft={draft} earliest={versions.earliest} errors={errors}>
        {failure ? <Notice tone="bad" text={failure} /> : null}
        <View className="rules-acts">
          <Button id="save-rules" kind="primary" size="big" text="保存这次修改" onPress={ask} />
          <Button id="back-to-rules" size="big" text="回去再改" onPress={onBack} />
        </View>
      </TermsCard>
      <ConfirmDialog
        open={isAsking}
        title="保存这次修改？"
        text={`共 ${draft.count} 项，${shownDay(draft.from)}起执行。保存后各组组长、联络员会收到通知；要再改，只能另存新的版本。`}
        confirmText="保存并通知"
        onConfirm={save}
        onCancel={() => setAsking(false)}
      />
    </Page>
  );
}

function ChangedCard({
  draft,
  versions,
  errors,
}: Pick<Props, 'draft' | 'versions'> & { errors: Record<string, string> }) {
  const newest = newestOf(versions);
  const scheme = newestScheme(versions);
  const reasonOf = (index: number): string | undefined =>
    Object.entries(errors).find(([path]) => path.startsWith(`changes.${index}.`))?.[1];
  return (
    <Card title={`这次修改（${draft.count} 项）`}>
      <View className="rules-grid">
        {draft.scheme && scheme ? (
          <View className="changed">
            <View className="rule-card__name">记分方式</View>
            <View className="rule-card__old">{partsText(scheme.partCaps)}</View>
            <View className="rule-card__new">改为：{partsText(draft.scheme.partCaps)}</View>
          </View>
        ) : null}
        {draft.changes.map((change, index) => {
          const rule = newest.find(({ code }) => code === change.code);
          const reason = reasonOf(index);
          if (!rule) return null;
          return (
            <View key={change.code} className="changed">
              <View className="changed__head">
                <View className="changed__name">
                  {change.name}（{change.code}）
                </View>
                <Pressable
                  className="changed__drop"
                  label={`撤掉“${rule.name}”的修改`}
                  onPress={() => draft.drop(change.code)}
                >
                  撤掉
                </Pressable>
              </View>
              <View className="rule-card__old">{rule.ends ? '已停用' : rule.formula}</View>
              <View className="rule-card__new">改为：{formulaAfter(rule, change)}</View>
              {reason ? <Notice tone="bad" text={reason} /> : null}
            </View>
          );
        })}
      </View>
    </Card>
  );
}

interface TermsProps {
  draft: RuleDraft;
  earliest: string;
  errors: Record<string, string>;
  children: ReactNode;
}

function TermsCard({ draft, earliest, errors, children }: TermsProps) {
  return (
    <Card title="什么时候起执行">
      <DateField
        id="rules-from"
        label="生效日期"
        hint="最早从明天起；这一天以前的履职仍按原规则记分。"
        from={earliest}
        value={draft.from}
        error={errors.from}
        onChange={(from) => draft.set({ from })}
      />
      <TextArea
        id="rules-why"
        label="修改的理由"
        hint="会写进通知和版本记录，代表都能看到。"
        maxLength={200}
        required
        defaultValue={draft.why}
        error={errors.why}
        onInput={(why) => draft.set({ why })}
      />
      {children}
    </Card>
  );
}
