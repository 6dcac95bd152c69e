import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DossierJob } from '../../../../contract/dossier';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { copyText } from '../../../platform/copy';
import { dayText } from '../../../platform/dates';
import { saveFile } from '../../../platform/save-file';
import { isH5 } from '../../../platform/transport';

const MEGABYTE = 1024 * 1024;

const sizeText = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;

const states = {
  running: { text: '正在生成', tone: 'amber' },
  done: { text: '可以下载', tone: 'green' },
  removed: { text: '已过期清除', tone: 'plain' },
} as const;

interface Props {
  job: DossierJob;
  failure: string;
  onRetry: () => void;
}

/** How far one file is, and where it is to be had. */
export function JobCard({ job, failure, onRetry }: Props) {
  const { title, status, by, at, failed, file } = job;
  return (
    <Card id={`job-${job.id}`}>
      <View className="archive__head">
        <View className="archive__title">{title}</View>
        <Tag {...states[status]} />
      </View>
      <View className="archive__line">
        <Unbroken text={`${by} · ${dayText(at)}`} />
      </View>
      {status === 'running' ? <Progress job={job} /> : null}
      {failure ? (
        <>
          <Notice tone="bad" text={`${failure}。已经做好的不会丢。`} />
          <Button text="接着生成" onPress={onRetry} />
        </>
      ) : null}
      {failed > 0 ? <Notice tone="bad" text={`有 ${failed} 份没有生成成功，压缩包里的“目录”写明了是哪些。`} /> : null}
      {file && status === 'done' ? (
        <>
          <View className="archive__line">
            <Unbroken text={`${job.total} 个文件，${sizeText(file.size)}；保留到${dayText(file.until)}`} />
          </View>
          <View className="archive__hash">{`SHA-256：${file.sha256}`}</View>
          <DownloadButton id={job.id} />
        </>
      ) : null}
    </Card>
  );
}

function Progress({ job: { done, total } }: { job: DossierJob }) {
  const text = done < total ? `已生成 ${done} / ${total}` : '正在打包…';
  return (
    <View className="archive__progress">
      <View className="archive__track">
        <View className="archive__bar" style={{ width: `${Math.round((done * 100) / total)}%` }} />
      </View>
      <View className="archive__line">{text}</View>
    </View>
  );
}

/** WeChat opens no archive: there the link is copied, for a browser on the desk. */
function DownloadButton({ id }: { id: string }) {
  const [failure, setFailure] = useState('');
  const download = async () => {
    setFailure('');
    try {
      const { url, name } = await call('dossier.download', { id });
      await (isH5 ? saveFile(url, name) : copyText(url, '下载链接已复制，一小时内在电脑浏览器中打开'));
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <>
      <View className="archive__action">
        <Button kind="primary" text={isH5 ? '下载压缩包' : '复制下载链接'} busyText="请稍候…" onPress={download} />
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </>
  );
}
