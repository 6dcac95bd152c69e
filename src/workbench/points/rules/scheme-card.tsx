import { rulePartLabels } from '../../../../domain/points-rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Tag } from '../../../components/tag';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';
import { SchemeForm } from './scheme-form';
import type { RuleDraft } from './use-rule-draft';
import type { Preset, SchemeVersion } from './versions';

interface Props {
  scheme: SchemeVersion;
  draft: RuleDraft;
}

export const partsText = (partCaps: SchemeVersion['partCaps']): string =>
  (['meeting', 'duty', 'honour'] as const)
    .map((part) => `${rulePartLabels[part]}${partCaps[part] === undefined ? '不封顶' : `最多 ${partCaps[part]} 分`}`)
    .join('，');

/** 记分方式: the parts' caps, and the two presets to begin from. */
export function SchemeCard({ scheme, draft }: Props) {
  const { data } = useLoad(() => call('points.presets', {}), 'presets');
  const [chosen, setChosen] = useState<Preset | null>(null);
  const [isEditing, setEditing] = useState(false);
  const shown = draft.scheme ?? scheme;
  return (
    <Card title="记分方式">
      <View className="rule-card__top">
        <View className="rule-card__name">{shown.preset === 'hundred' ? '百分制' : '累计制'}</View>
        {draft.scheme ? <Tag text="已改，未保存" tone="red" /> : null}
      </View>
      <View>全年：{partsText(shown.partCaps)}。扣分从总分里扣。</View>
      <View className="rule-card__small">改动只管生效日起的履职，已经记下的积分不变。</View>
      <View className="rule-card__acts">
        <Button id="edit-scheme" text="改各类上限" onPress={() => setEditing(true)} />
        {data?.items.map((preset) => (
          <Button
            key={preset.preset}
            id={`preset-${preset.preset}`}
            text={`套用${preset.name}`}
            onPress={() => setChosen(preset)}
          />
        ))}
        {draft.scheme ? <Button kind="quiet" text="撤掉这项修改" onPress={() => draft.putScheme(null)} /> : null}
      </View>
      <ConfirmDialog
        open={chosen !== null}
        title={`套用${chosen?.name ?? ''}？`}
        text={`${chosen?.explanation ?? ''}各条规则的上限会按它填好，保存前还可以逐条再改。`}
        confirmText={`套用${chosen?.name ?? ''}`}
        onConfirm={() => {
          if (chosen) draft.apply(chosen);
          setChosen(null);
        }}
        onCancel={() => setChosen(null)}
      />
      <SchemeForm
        open={isEditing}
        scheme={{ version: scheme.version, preset: shown.preset, partCaps: shown.partCaps }}
        onClose={() => setEditing(false)}
        onDone={(next) => {
          draft.putScheme(next);
          setEditing(false);
        }}
      />
    </Card>
  );
}
