import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { timeText } from '../../../platform/dates';
import { partsText } from './scheme-card';
import { spanText, type SchemeVersion, type Versions } from './versions';

interface Line {
  key: string;
  name: string;
  what: string;
  span: string;
}

interface Made {
  at: string;
  who: string;
  why: string;
  lines: Line[];
}

/** What was saved together is one change, the newest first. */
function changesOf({ items, schemes }: Versions): Made[] {
  const byTime = new Map<string, Made>();
  const add = ({ madeAt, who = '', why = '' }: Pick<SchemeVersion, 'madeAt' | 'who' | 'why'>, line: Line) => {
    if (madeAt === undefined) return;
    const made = byTime.get(madeAt) ?? { at: madeAt, who, why, lines: [] };
    made.lines.push(line);
    byTime.set(madeAt, made);
  };
  for (const scheme of schemes) {
    const { version, name, partCaps } = scheme;
    add(scheme, {
      key: `scheme${version}`,
      name: `记分方式：${name}`,
      what: partsText(partCaps),
      span: spanText(scheme),
    });
  }
  for (const rule of items) {
    const { code, version, name, formula, ends } = rule;
    add(rule, {
      key: `${code}${version}`,
      name: `${name}（${code} 第 ${version} 版）`,
      what: ends ? '停用' : formula,
      span: spanText(rule),
    });
  }
  return [...byTime.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** 历次修改: who changed what, when, why, and on which days it holds. */
export function ChangeLog({ versions }: { versions: Versions }) {
  const changes = changesOf(versions);
  return (
    <Card id="change-log" title="历次修改">
      {changes.length === 0 ? (
        <View className="rule-card__small">还没有修改过，执行的是起始规则。</View>
      ) : (
        changes.map(({ at, who, why, lines }) => (
          <View key={at} className="change-log__change">
            <View className="rule-card__name">
              {timeText(at)} {who}
            </View>
            <View>理由：{why}</View>
            {lines.map(({ key, name, what, span }) => (
              <View key={key} className="change-log__line">
                <View>{name}</View>
                <View className="rule-card__small">{what}</View>
                <View className="rule-card__small">{span}</View>
              </View>
            ))}
          </View>
        ))
      )}
    </Card>
  );
}
