import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrderView } from '../../../../contract/order';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { saveFile } from '../../../platform/save-file';

const papers = { order: '交办单', answer: '答复单' } as const;
type Paper = keyof typeof papers;

/** The papers as Word files: opened from there they are printed, signed and sealed. */
export function PrintButtons({ order: { id, code, answer } }: { order: OrderView }) {
  const [failure, setFailure] = useState('');
  const print = async (paper: Paper) => {
    setFailure('');
    try {
      const { url } = await call('order.print', { id, paper });
      await saveFile(url, `${papers[paper]}-${code}.docx`);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <View>
      <View className="order-page__acts">
        <View className="order-page__act">
          <Button id="print-order" text="下载交办单" busyText="正在生成…" onPress={() => print('order')} />
        </View>
        {answer ? (
          <View className="order-page__act">
            <Button id="print-answer" text="下载答复单" busyText="正在生成…" onPress={() => print('answer')} />
          </View>
        ) : null}
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </View>
  );
}
