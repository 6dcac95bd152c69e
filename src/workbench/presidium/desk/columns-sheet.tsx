import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { MultiChips } from '../../../components/chips';
import { Sheet } from '../../../components/sheet';
import { defaultColumns, frozenColumns, furtherColumns, townColumns, type ColumnTitle } from './ledger-columns';

interface Props {
  open: boolean;
  columns: readonly ColumnTitle[];
  onChoose: (titles: readonly string[]) => void;
  onClose: () => void;
}

const optionsOf = (columns: object) =>
  Object.keys(columns)
    .filter((title) => !frozenColumns.some((frozen) => frozen === title))
    .map((title) => ({ value: title, label: title }));
const town = optionsOf(townColumns);
const further = optionsOf(furtherColumns);

/** Which columns the table and the paper have. */
export function ColumnsSheet({ open, columns, onChoose, onClose }: Props) {
  const isFurther = (title: string) => further.some(({ value }) => value === title);
  return (
    <Sheet open={open} title="选择要看的列" onClose={onClose}>
      <View className="desk__hint">
        {frozenColumns.join('、')}总在最前面。姓名在表里只显示姓，电话不在表里显示：要用时点开心愿查看，或导出内部版。
      </View>
      <View className="ledger__column-group">台账的列</View>
      <MultiChips
        id="columns-town"
        label="台账的列"
        options={town}
        values={columns.filter((title) => !isFurther(title))}
        onChange={(titles) => onChoose([...titles, ...columns.filter(isFurther)])}
      />
      <View className="ledger__column-group">更多</View>
      <MultiChips
        id="columns-further"
        label="更多"
        options={further}
        values={columns.filter(isFurther)}
        onChange={(titles) => onChoose([...columns.filter((title) => !isFurther(title)), ...titles])}
      />
      <View className="ledger__column-actions">
        <Button id="columns-default" text="恢复常用的列" onPress={() => onChoose(defaultColumns)} />
        <Button id="columns-done" kind="primary" text="好了" onPress={onClose} />
      </View>
    </Sheet>
  );
}
