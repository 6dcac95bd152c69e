import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { ImportResultView } from './import-result';
import { useImport, type ImportKind } from './use-import';

const labels = {
  ledger: '心愿台账',
  roster: '代表名册',
  orders: '交办台账',
  attendance: '考勤',
} as const satisfies Record<ImportKind, string>;

const hints = {
  ledger: '选一份 Excel 台账（.xlsx）。先试导入，看清楚哪些行能导、哪些格子要改，再正式导入。',
  roster: '选一份 Excel 代表名册（.xlsx）。名册要先于台账导入，台账里的代表和村都按名册核对。',
  attendance:
    '选一份 Excel 考勤表（.xlsx），模板在“履职活动”里下载。导入的考勤直接记入履职档案并记分，缺席的先通知本人。',
  orders: '选一份 Excel 交办督办台账（.xlsx），格式与导出的一样。交办的心愿要先在台账里。',
} as const satisfies Record<ImportKind, string>;

interface Props {
  /** What this person may bring in. */
  kinds: readonly ImportKind[];
  onImported: () => void;
}

export function ImportPanel({ kinds, onImported }: Props) {
  const options = kinds.map((value) => ({ value, label: labels[value] }));
  const [kind, setKind] = useState<ImportKind>('ledger');
  return (
    <View className="desk__controls desk__import">
      <Card title="导入" id="import">
        <Tabs label="导入什么" options={options} value={kind} onChange={setKind} />
        <Steps key={kind} kind={kind} onImported={onImported} />
      </Card>
    </View>
  );
}

function Steps({ kind, onImported }: { kind: ImportKind; onImported: () => void }) {
  const { step, file, choose, retry, confirm, startOver } = useImport(kind, onImported);
  switch (step.name) {
    case 'idle':
      return (
        <View>
          <View className="desk__hint">{hints[kind]}</View>
          <Button id="choose-sheet" kind="primary" text="选择 Excel 文件" onPress={() => void choose()} />
        </View>
      );
    case 'uploading':
      return <Progress text={`正在上传 ${file}`} part={step.progress} />;
    case 'checking':
      return <Progress text={`正在试导入 ${file}，逐格核对…`} part={1} />;
    case 'checked':
      return (
        <ImportResultView file={file} result={step.result} onConfirm={confirm} onChooseAgain={() => void choose()} />
      );
    case 'importing':
      return <Progress text={`正在导入 ${step.rows} 行，请不要关闭页面…`} part={1} />;
    case 'done':
      return (
        <View id="import-done">
          <View className="desk__good">已导入 {step.rows} 行</View>
          <View className="desk__hint">概况、简报和台账都已更新。</View>
          <Button text="再导入一份" onPress={startOver} />
        </View>
      );
    case 'failed':
      return (
        <View>
          <ErrorState message={step.error.message} onRetry={step.error.mayRetry ? retry : undefined} />
          <Button text="换一个文件" onPress={() => void choose()} />
        </View>
      );
  }
}

function Progress({ text, part }: { text: string; part: number }) {
  return (
    <View className="desk__progress">
      <View>{text}</View>
      <View className="desk__track">
        <View
          className={`desk__bar${part === 1 ? ' desk__bar--working' : ''}`}
          style={{ width: `${Math.round(part * 100)}%` }}
        />
      </View>
    </View>
  );
}
