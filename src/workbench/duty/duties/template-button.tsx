import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { saveFile } from '../../../platform/save-file';

/** Lists of before this system, or of a meeting that kept its own: by Excel. */
export function TemplateButton() {
  const [failure, setFailure] = useState('');
  const download = async () => {
    setFailure('');
    try {
      const { url, name } = await call('duty.template', {});
      await saveFile(url, name);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <Card title="用 Excel 导入考勤">
      <View className="duties__hint">以前的考勤，或者在纸上签到的会议，按模板填好，到工作台“导入”里选“考勤”导入。</View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="template" text="下载考勤导入模板" busyText="正在生成…" onPress={download} />
    </Card>
  );
}
