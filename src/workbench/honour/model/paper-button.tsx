import { useState } from 'react';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { saveFile } from '../../../platform/save-file';

/** 信息稿件 as a Word file, as it was last saved. */
export function PaperButton({ id }: { id: string }) {
  const [failure, setFailure] = useState('');
  const print = async () => {
    setFailure('');
    try {
      const { url, name } = await call('honour.paper', { id });
      await saveFile(url, name);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <>
      <Button id="paper" text="下载信息稿件（Word）" busyText="正在生成…" onPress={print} />
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </>
  );
}
