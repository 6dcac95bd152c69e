import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AwardView } from '../../../../contract/award-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { copyText } from '../../../platform/copy';
import { saveFile } from '../../../platform/save-file';
import type { Begin } from './award-page';

/** Votes, texts that are ready to be copied, and the whole record as a sheet. */
export function OfficeWork({ award, onBegin }: { award: AwardView; onBegin: Begin }) {
  const [failure, setFailure] = useState('');
  const { allowed, noticeText, decisionText, votes } = award;
  if (!allowed.includes('export')) return null;
  const save = async () => {
    setFailure('');
    try {
      const { url, name } = await call('award.export', { id: award.id });
      await saveFile(url, name);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <Card id="office-work" title="资料">
      {votes.map(({ who, chosen, note }) => (
        <View key={who} className="award__line">
          {who}：{chosen.length === 0 ? '没有选择' : chosen.join('、')}
          {note ? `（${note}）` : ''}
        </View>
      ))}
      <View className="award__acts">
        {noticeText ? (
          <Button id="copy-notice" text="复制公示文字" onPress={() => copyText(noticeText, '公示文字已复制')} />
        ) : null}
        {decisionText ? (
          <Button id="copy-decision" text="复制表彰决定" onPress={() => copyText(decisionText, '表彰决定已复制')} />
        ) : null}
        <Button id="export" text="导出评选全过程（Excel）" busyText="正在生成…" onPress={save} />
        {allowed.includes('reconsider') ? (
          <Button id="act-reconsider" kind="danger" text="退回重新审议" onPress={() => onBegin('reconsider')} />
        ) : null}
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </Card>
  );
}
