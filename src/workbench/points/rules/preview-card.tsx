import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Preview } from '../../../../contract/points-rules';
import { monthBefore, wholeMonthText } from '../../../../domain/model';
import { shanghaiMonth } from '../../../../domain/time';
import { Card } from '../../../components/card';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { grouped } from '../../../platform/numbers';
import { useLoad } from '../../../platform/use-load';
import { MonthField } from './month-field';
import type { RuleDraft } from './use-rule-draft';

/** 试算: nothing is written by it. */
export function PreviewCard({ draft }: { draft: RuleDraft }) {
  const [month, setMonth] = useState(() => monthBefore(shanghaiMonth(new Date())));
  const { changes, scheme } = draft;
  const asked = { changes, month, ...(scheme ? { scheme } : {}) };
  const { state, data, error, reload } = useLoad(() => call('points.previewRules', asked), JSON.stringify(asked));
  return (
    <Card id="preview" title={`试算：如果${wholeMonthText(month)}就按新规则`}>
      <MonthField month={month} last={shanghaiMonth(new Date())} onChange={setMonth} />
      {state === 'loading' ? <LoadingSkeleton rows={1} /> : null}
      {state === 'failed' ? <ErrorState message={error?.message ?? ''} onRetry={reload} /> : null}
      {data ? <Result preview={data} /> : null}
    </Card>
  );
}

const difference = (before: number, after: number): string => {
  const tenths = Math.round((after - before) * 10) / 10;
  if (tenths === 0) return '不变';
  return tenths > 0 ? `多 ${grouped(tenths)} 分` : `少 ${grouped(-tenths)} 分`;
};

function Result({ preview }: { preview: Preview }) {
  const { people, affected, before, after, byRule, top } = preview;
  if (people === 0) return <View>这个月没有按这些规则记过分，看不出影响，可以换一个月份看看。</View>;
  return (
    <View>
      <View className="preview__sum">
        {affected === 0
          ? `这个月有 ${people} 位代表按这些规则记过分，新规则下都不变。`
          : `这个月 ${people} 位代表里有 ${affected} 位的积分会变，合计从 ${grouped(before)} 分到 ${grouped(after)} 分，${difference(before, after)}。`}
      </View>
      <View className="preview__sides">
        <Bars
          title="按规则"
          rows={byRule.map(({ code, name, ...sums }) => ({ key: code, name: `${name}（${code}）`, ...sums }))}
        />
        {top.length > 0 ? (
          <Bars
            title={top.length < affected ? `变化最大的 ${top.length} 位` : '积分会变的代表'}
            rows={top.map(({ representativeId, name, groupName, ...sums }) => ({
              key: representativeId,
              name: `${name} · ${groupName}`,
              ...sums,
            }))}
          />
        ) : null}
      </View>
    </View>
  );
}

interface Row {
  key: string;
  name: string;
  before: number;
  after: number;
}

/** Two bars a row: as it was, and as it would be. */
function Bars({ title, rows }: { title: string; rows: readonly Row[] }) {
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [Math.abs(before), Math.abs(after)]));
  const width = (points: number) => ({ width: `${(Math.abs(points) / most) * 100}%` });
  return (
    <View className="preview__side">
      <View className="preview__title">{title}</View>
      {rows.map(({ key, name, before, after }) => (
        <View key={key} className="preview__row">
          <View className="preview__head">
            <View className="preview__name">{name}</View>
            <View className="preview__change">{difference(before, after)}</View>
          </View>
          <View className="preview__line">
            <View className="preview__track">
              <View className="preview__bar" style={width(before)} />
            </View>
            <View className="preview__points">原 {grouped(before)}</View>
          </View>
          <View className="preview__line">
            <View className="preview__track">
              <View className="preview__bar preview__bar--new" style={width(after)} />
            </View>
            <View className="preview__points">新 {grouped(after)}</View>
          </View>
        </View>
      ))}
    </View>
  );
}
