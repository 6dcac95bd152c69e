import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { aria } from '../../../components/aria';
import { copyText } from '../../../platform/copy';
import type { ImportResult } from './use-import';
import './import-result.scss';

/** More cells than this nobody mends from a screen; copied they go into a sheet of their own. */
const MOST_SHOWN = 200;

interface Props {
  file: string;
  result: ImportResult;
  onConfirm: () => Promise<void>;
  onChooseAgain: () => void;
}

/** What a trial import found: how many rows are good, and every cell that is not. */
export function ImportResultView({ file, result: { accepted, rejected }, onConfirm, onChooseAgain }: Props) {
  const [isAsking, setAsking] = useState(false);
  const badRows = new Set(rejected.map(({ row }) => row)).size;
  const isGood = rejected.length === 0;
  const action = isGood ? `正式导入 ${accepted} 行` : `只导入合格的 ${accepted} 行`;
  const confirm = async () => {
    setAsking(false);
    await onConfirm();
  };
  return (
    <View id="import-result">
      <View className="import-result__file">{file}</View>
      {accepted > 0 ? <View className="desk__good">{accepted} 行合格，可以导入</View> : null}
      {isGood ? null : (
        <View className="import-result__bad">
          {badRows} 行有问题，共 {rejected.length} 处
        </View>
      )}
      {isGood && accepted === 0 ? (
        <View className="import-result__bad">表里没有数据行，请检查是不是选错了文件</View>
      ) : null}
      {isGood ? null : <RejectedCells rejected={rejected} />}
      <View className="import-result__actions">
        {isGood ? null : (
          <Button id="copy-rejected" text="复制问题清单" onPress={() => copyText(asText(rejected), '问题清单已复制')} />
        )}
        <Button
          kind={isGood ? 'plain' : 'primary'}
          text={isGood ? '换一个文件' : '改好了，重新选文件'}
          onPress={onChooseAgain}
        />
        {accepted > 0 ? (
          <Button id="import-now" kind={isGood ? 'primary' : 'plain'} text={action} onPress={() => setAsking(true)} />
        ) : null}
      </View>
      <ConfirmDialog
        open={isAsking}
        title={`${action}？`}
        text={
          isGood
            ? `“${file}”里的 ${accepted} 行会全部写进系统。`
            : `只写进合格的 ${accepted} 行，有问题的 ${badRows} 行不会导入，改好后可以再导入一次。`
        }
        confirmText={action}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </View>
  );
}

const asText = (rejected: ImportResult['rejected']): string =>
  ['行\t列\t原因', ...rejected.map(({ row, column, reason }) => `${row}\t${column}\t${reason}`)].join('\n');

function RejectedCells({ rejected }: { rejected: ImportResult['rejected'] }) {
  const rest = rejected.length - MOST_SHOWN;
  return (
    <View>
      <View className="import-result__table" {...aria('table', { label: '有问题的单元格' })}>
        <View className="import-result__row import-result__row--head" {...aria('row')}>
          {['行', '列', '原因'].map((title) => (
            <View key={title} className="import-result__cell" {...aria('columnheader')}>
              {title}
            </View>
          ))}
        </View>
        {rejected.slice(0, MOST_SHOWN).map(({ row, column, reason }) => (
          <View key={`${row}-${column}-${reason}`} className="import-result__row" {...aria('row')}>
            <View className="import-result__cell" {...aria('cell')}>
              {row}
            </View>
            <View className="import-result__cell" {...aria('cell')}>
              {column}
            </View>
            <View className="import-result__cell" {...aria('cell')}>
              {reason}
            </View>
          </View>
        ))}
      </View>
      {rest > 0 ? <View className="desk__hint">还有 {rest} 处没有列出，复制问题清单可以看到全部。</View> : null}
    </View>
  );
}
