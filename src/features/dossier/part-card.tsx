import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Dossier } from '../../../contract/dossier';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import './part-card.scss';

type Part = Dossier['parts'][number];

/** One part of a dossier: its sums, and its rows once somebody wants to see them. */
export function PartCard({ part }: { part: Part }) {
  const { key, title, sums, rows, count } = part;
  const [isOpen, setOpen] = useState(false);
  const isTable = key === 'standing';
  return (
    <Card id={`part-${key}`}>
      <View className="part__head">
        <View className="part__title">{title}</View>
        <View className="part__count">{count === 0 ? '无记录' : `${count} 条`}</View>
      </View>
      {sums.length > 0 ? (
        <View className="part__sums">
          {sums.map(({ label, value }) => (
            <View key={label} className="part__sum">
              <View className="part__label">{label}</View>
              <View className="part__value">{value.replace('（', '\n（')}</View>
            </View>
          ))}
        </View>
      ) : null}
      {isOpen ? isTable ? <PartTable part={part} /> : <PartRows part={part} /> : null}
      {isOpen && count > rows.length ? (
        <View className="part__more">{`这里列出前 ${rows.length} 条，打印的档案中有全部 ${count} 条。`}</View>
      ) : null}
      {count > 0 ? (
        <View className="part__toggle">
          <Button
            kind="quiet"
            text={isOpen ? '收起' : '展开看明细'}
            label={`${title}：${isOpen ? '收起' : '展开看明细'}`}
            onPress={() => setOpen(!isOpen)}
          />
        </View>
      ) : null}
    </Card>
  );
}

/** Each row as a person reads it on a phone: the day, what it was, and the rest with its names. */
function PartRows({ part: { columns, rows } }: { part: Part }) {
  return (
    <View className="part__rows">
      {rows.map(([day = '', ...cells], index) => (
        <View key={index} className="part__row">
          <View className="part__day">{day}</View>
          {cells.map((text, place) =>
            text === '' ? null : (
              <View key={place} className="part__cell">
                <View className="part__label">{columns[place + 1]}</View>
                <View className="part__text">{text}</View>
              </View>
            ),
          )}
        </View>
      ))}
    </View>
  );
}

/** Short figures side by side. */
function PartTable({ part: { columns, rows } }: { part: Part }) {
  return (
    <View className="part__table">
      {[columns, ...rows].map((cells, line) => (
        <View key={line} className={`part__line${line === 0 ? ' part__line--head' : ''}`}>
          {cells.map((text, place) => (
            <View key={place} className="part__figure">
              {text}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
