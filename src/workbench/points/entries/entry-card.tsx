import { View } from '@tarojs/components';
import { useState } from 'react';
import { wholeMonthText } from '../../../../domain/model';
import { shanghaiMonth } from '../../../../domain/time';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EntryMarks, type Entry } from '../../../features/points/entry-marks';
import { signedPoints } from '../../../features/points/points-text';
import { dayText, timeText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { Fact } from '../fact';
import { refDoor } from '../ref-door';
import { Said } from '../said';
import { appealTerm } from './appeal-term';
import './entry-card.scss';

interface Props {
  entry: Entry;
  isOpen: boolean;
  onAppeal: () => void;
}

const kindTexts = {
  paid: null,
  reversal: '这是冲正：前面记的那一笔不再算数，所以另记一笔抵掉。',
  restored: '这是恢复：冲正以后重新算数的一笔。',
} as const satisfies Record<Entry['kind'], string | null>;

export function EntryCard({ entry, isOpen, onAppeal }: Props) {
  const [shows, setShows] = useState(isOpen);
  const { id, ruleName, delta, at, ref, how, limited, reason, kind, appeal, appealUntil } = entry;
  const door = refDoor(ref);
  const term = appealUntil === undefined ? null : appealTerm(appealUntil, new Date());
  const less = delta < 0 ? ' points-head__points--less' : '';
  return (
    <Card id={`entry-${id}`}>
      <View className="points-head">
        <View className="points-head__name">{ruleName}</View>
        <View className={`points-head__points${less}`}>{signedPoints(delta)}</View>
      </View>
      <View className="points-tags">
        <EntryMarks entry={entry} />
      </View>
      <View>
        {dayText(at)} · {ref.label}
      </View>
      <Fact name={kind === 'reversal' ? '原来的' : '怎么算'} text={how} />
      {limited ? <View className="points-warning">{limited}。</View> : null}
      {kindTexts[kind] ? <View className="points-hint">{kindTexts[kind]}</View> : null}
      {reason ? <Fact name="说明" text={reason} /> : null}
      {shows ? <Details entry={entry} /> : null}
      {appeal ? <Appeal appeal={appeal} /> : null}
      <View className="points-acts">
        <View className="points-acts__act">
          <Button
            id={`details-${id}`}
            text={shows ? '收起' : '规则和校验码'}
            label={`${shows ? '收起' : '看'}${ruleName}的规则和校验码`}
            onPress={() => setShows(!shows)}
          />
        </View>
        {door ? (
          <View className="points-acts__act">
            <Button text={door.text} label={`${door.text}：${ref.label}`} onPress={door.onPress} />
          </View>
        ) : null}
        {term ? (
          <View className="entry-card__appeal">
            <Button id={`appeal-${id}`} kind="quiet" text={`申诉（${term}）`} onPress={onAppeal} />
          </View>
        ) : null}
      </View>
    </Card>
  );
}

const lateText = ({ at, month }: Entry): string =>
  `${wholeMonthText(month)}。${wholeMonthText(shanghaiMonth(new Date(at)))}已经封账，不再改动，所以记在这个月。`;

function Details({ entry }: { entry: Entry }) {
  const { rule, ruleVersion, formula, at, bookedAt, month, late, seq, hash } = entry;
  return (
    <View className="entry-card__details">
      <Fact name="规则" text={`${rule}（第 ${ruleVersion} 版）：${formula}`} />
      <Fact name="发生时间" text={timeText(at)} />
      <Fact name="记分时间" text={timeText(bookedAt)} />
      <Fact name="计入月份" text={late ? lateText(entry) : wholeMonthText(month)} />
      <Fact name="校验码" text={`${hash.slice(0, 8)}（第 ${seq} 条）`} />
    </View>
  );
}

function Appeal({ appeal }: { appeal: NonNullable<Entry['appeal']> }) {
  const { id, status, accept, reason } = appeal;
  const head =
    status !== 'decided'
      ? '申诉正在处理，结果会通知您。'
      : `申诉已决定：${accept ? '支持申诉，改正见另外的冲正记录' : '不支持申诉'}`;
  return (
    <View>
      <Said head={head} text={reason ?? ''} />
      <Button kind="quiet" text="看申诉" onPress={() => open(routes.appeals, { id })} />
    </View>
  );
}
