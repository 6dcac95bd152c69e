import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { DateField } from '../../../components/date-field';
import { Notice } from '../../../components/notice';
import { SelectField } from '../../../components/select-field';
import { readSpan, spanOptions, type Offered } from '../../../features/dossier/span-choice';
import { useGroups } from '../../../features/representative/use-groups';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';

const kinds = [
  { value: 'archive', label: '全部履职档案' },
  { value: 'handOver', label: '换届移交' },
] as const;

interface Props {
  offered: Offered;
  onStarted: () => Promise<void>;
}

export function StartForm({ offered, onStarted }: Props) {
  const [kind, setKind] = useState<(typeof kinds)[number]['value']>('archive');
  return (
    <Card title="生成压缩包">
      <Chips id="kind" label="生成什么" options={kinds} value={kind} onChange={setKind} />
      {kind === 'archive' ? (
        <ArchiveForm offered={offered} onStarted={onStarted} />
      ) : (
        <HandOverForm offered={offered} onStarted={onStarted} />
      )}
    </Card>
  );
}

/** Starts, and says why not. */
function StartButton({ start, onStarted }: { start: () => Promise<unknown>; onStarted: () => Promise<void> }) {
  const [failure, setFailure] = useState('');
  const press = async () => {
    setFailure('');
    try {
      await start();
      await onStarted();
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <>
      <View className="archive__action">
        <Button id="start" kind="primary" text="开始生成" onPress={press} />
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </>
  );
}

const ALL = 'all';

function ArchiveForm({ offered, onStarted }: Props) {
  const [span, setSpan] = useState(offered.years[0] ?? '');
  const [groupId, setGroupId] = useState(ALL);
  const groups = useGroups();
  const options = (groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const start = () => call('dossier.startArchive', { ...readSpan(span), ...(groupId === ALL ? {} : { groupId }) });
  return (
    <View>
      <View className="archive__hint">每位代表一份 PDF，按小组分文件夹，附目录和校验清单。</View>
      <View className="archive__fields">
        <SelectField
          id="span"
          required
          label="年度或届次"
          placeholder="请选择"
          options={spanOptions(offered)}
          value={span}
          onChange={setSpan}
        />
        <SelectField
          id="group"
          required
          label="代表小组"
          placeholder="全部小组"
          options={[{ value: ALL, label: '全部小组' }, ...options]}
          value={groupId}
          error={groups.error?.message}
          onChange={setGroupId}
        />
      </View>
      <StartButton start={start} onStarted={onStarted} />
    </View>
  );
}

function HandOverForm({ offered: { terms }, onStarted }: Props) {
  const [term, setTerm] = useState(terms[0]?.name ?? null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const start = () => call('dossier.startHandOver', term === null ? { from, until } : { term });
  return (
    <View>
      <View className="archive__hint">
        本届全部履职档案、未办结心愿、在办交办单、未决申诉和加分扣分、逐年积分台账，附说明和校验清单。
      </View>
      {term === null ? (
        <View className="archive__fields">
          <DateField id="from" label="本届开始" value={from} onChange={setFrom} />
          <DateField id="until" label="本届结束" value={until} onChange={setUntil} />
        </View>
      ) : (
        <SelectField
          id="term"
          required
          label="届次"
          placeholder="请选择"
          options={terms.map(({ name, from: first, until: last }) => ({
            value: name,
            label: `${name}（${first} 至 ${last}）`,
          }))}
          value={term}
          onChange={setTerm}
        />
      )}
      <StartButton start={start} onStarted={onStarted} />
    </View>
  );
}
