import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AwardView } from '../../../../contract/award-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { saveFile } from '../../../platform/save-file';

/** Who was decided on, with the certificate for those who may print it. */
export function Winners({ award }: { award: AwardView }) {
  const [failure, setFailure] = useState('');
  if (award.winners.length === 0) return null;
  const mayPrint = (id: string) =>
    award.announced.some(({ representativeId, allowed }) => representativeId === id && allowed.includes('certificate'));
  const print = async (representativeId: string) => {
    setFailure('');
    try {
      const { url, name } = await call('award.certificate', { id: award.id, representativeId });
      await saveFile(url, name);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <Card id="winners" title="受表彰的代表">
      <View className="award__winners">
        {award.winners.map(({ representativeId, name, groupName }) => (
          <View key={representativeId} className="award__winner">
            <View className="award__winner-name">{name}</View>
            <View className="award__soft">{groupName}</View>
            {mayPrint(representativeId) ? (
              <View className="award__acts">
                <Button
                  id={`certificate-${representativeId}`}
                  text="下载证书（PDF）"
                  label={`下载${name}的证书`}
                  busyText="正在生成…"
                  onPress={() => print(representativeId)}
                />
              </View>
            ) : null}
          </View>
        ))}
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </Card>
  );
}
