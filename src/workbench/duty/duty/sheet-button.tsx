import { useState } from 'react';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { saveFile } from '../../../platform/save-file';

/** 签到表 as .xlsx: to be signed on paper, or for the file. */
export function SheetButton({ id, title }: { id: string; title: string }) {
  const [failure, setFailure] = useState('');
  const print = async () => {
    setFailure('');
    await call('duty.sheet', { id })
      .then(({ url, name }) => saveFile(url, name))
      .catch((error: unknown) => setFailure(messageOf(error)));
  };
  return (
    <>
      <Button
        id="sheet"
        text="下载签到表（Excel）"
        label={`下载签到表：${title}`}
        busyText="正在生成…"
        onPress={print}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </>
  );
}
