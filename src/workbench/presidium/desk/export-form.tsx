import { View } from '@tarojs/components';
import { useState } from 'react';
import { sheetKinds, sheetLabels } from '../../../../domain/sheets/sheet';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { SwitchRow } from '../../../components/switch-row';
import { TextArea } from '../../../components/text-field';
import { isBackwards } from '../../../features/report/span';
import { SpanPicker } from '../../../features/report/span-picker';
import { call } from '../../../platform/call';
import { fieldErrors, messageOf } from '../../../platform/call-error';
import { saveFile } from '../../../platform/save-file';
import { isH5 } from '../../../platform/transport';
import { fileName, firstChoice, isNarrowedKind, toSheetInput, type ExportChoice } from './export-choice';
import type { ExportProps } from './export-sheet';

const LEAST_REASON = 2;

const kindOptions = sheetKinds.map((value) => ({ value, label: sheetLabels[value] }));
const copyOptions = [
  { value: 'public', label: '公开版' },
  { value: 'full', label: '内部版' },
] as const;
const formatOptions = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
] as const;

type Change = (change: Partial<ExportChoice>) => void;

export function ExportForm({ onExported, ...desk }: ExportProps & { onExported: (said: string) => void }) {
  const [choice, setChoice] = useState(firstChoice);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<{ reason?: string; whole?: string }>({});
  const { kind, copy, span } = choice;

  const save = async () => {
    const why = reason.trim();
    if (copy === 'full' && why.length < LEAST_REASON) return setWrong({ reason: '请写明导出原因，会记录在案' });
    setWrong({});
    try {
      const { url, rows } = await call('report.sheet', toSheetInput(choice, why, desk));
      if (rows === 0) return setWrong({ whole: '这个范围里没有内容，请换一个日期或放宽筛选' });
      await saveFile(url, fileName(choice, desk.whose));
      onExported(`已导出${sheetLabels[kind]} ${rows} 行`);
    } catch (error) {
      const [field] = Object.values(fieldErrors(error));
      setWrong({ whole: field ?? messageOf(error) });
    }
  };

  return (
    <View id="export-form">
      <Choices choice={choice} onChange={(change) => setChoice({ ...choice, ...change })} desk={desk} />
      {copy === 'full' ? (
        <>
          <View className="desk__warning">
            内部版里有心愿人的姓名和电话。每次导出都会记录在案，每一页都印着导出人，请妥善保管，不要转发到群里。
          </View>
          <TextArea
            id="export-reason"
            label="导出原因"
            required
            placeholder="例：季度回访，需要逐户打电话"
            defaultValue={reason}
            maxLength={100}
            error={wrong.reason}
            onInput={setReason}
          />
        </>
      ) : null}
      {wrong.whole === undefined ? null : <Notice tone="bad" text={wrong.whole} />}
      <Button
        id="export-now"
        kind="primary"
        size="big"
        text="导出"
        busyText="正在生成…"
        disabled={isBackwards(span)}
        onPress={save}
      />
    </View>
  );
}

interface ChoicesProps {
  choice: ExportChoice;
  onChange: Change;
  desk: ExportProps;
}

function Choices({ choice: { kind, copy, format, span, shownOnly }, onChange, desk }: ChoicesProps) {
  const { whose, narrowed, mayKeep } = desk;
  const about = isNarrowedKind(kind) && narrowed !== '' ? `（${narrowed}）` : '';
  return (
    <>
      <Field id="export-kind" label="导出哪张表" required group>
        <Chips label="导出哪张表" options={kindOptions} value={kind} onChange={(next) => onChange({ kind: next })} />
      </Field>
      <View className="desk__hint">
        导出{whose}的{sheetLabels[kind]}
        {about}。
      </View>
      {mayKeep ? (
        <Field
          id="export-copy"
          label="公开版还是内部版"
          required
          group
          hint="公开版遮住姓名、电话等，可以公示；内部版是全的，只供经办人使用。"
        >
          <Chips
            label="公开版还是内部版"
            options={copyOptions}
            value={copy}
            onChange={(next) => onChange({ copy: next })}
          />
        </Field>
      ) : null}
      {isH5 ? (
        <Field id="export-format" label="文件格式" required group>
          <Chips
            label="文件格式"
            options={formatOptions}
            value={format}
            onChange={(next) => onChange({ format: next })}
          />
        </Field>
      ) : null}
      {kind === 'wishes' ? (
        <View className="ledger__filter">
          <SwitchRow
            id="export-shown"
            text="只导出台账页上选的列"
            isOn={shownOnly}
            onChange={(isOn) => onChange({ shownOnly: isOn })}
          />
        </View>
      ) : null}
      <Field id="export-days" label="哪段时间的" required group>
        <SpanPicker id="export-span" span={span} onChange={(next) => onChange({ span: next })} />
      </Field>
    </>
  );
}
