import { View } from '@tarojs/components';
import { Chips } from '../../../components/chips';
import { SearchBar } from '../../../components/search-bar';
import { searchKinds, searchLabels, type LedgerFilters, type SearchKind } from './ledger-filters';

const placeholders = {
  words: '编号、村名或内容',
  name: '心愿人的姓名',
  phone: '心愿人的电话，或后四位',
} as const satisfies Record<SearchKind, string>;
const options = searchKinds.map((value) => ({ value, label: searchLabels[value] }));

interface Props {
  filters: LedgerFilters;
  onChange: (change: Partial<LedgerFilters>) => void;
  /** Whether this person may search by name and phone. */
  mayFindPeople: boolean;
}

export function SearchBox({ filters: { by, q }, onChange, mayFindPeople }: Props) {
  return (
    <View className="ledger__search">
      {mayFindPeople ? (
        <View className="ledger__search-kind">
          <Chips
            id="search-kind"
            label="按什么找"
            options={options}
            value={by}
            onChange={(next) => onChange({ by: next, q: '' })}
          />
        </View>
      ) : null}
      <View className="ledger__search-bar">
        <SearchBar
          key={by}
          id="ledger-search"
          label={`按${searchLabels[by]}搜索台账`}
          placeholder={placeholders[by]}
          initial={q}
          onSearch={(words) => onChange({ q: words })}
        />
      </View>
    </View>
  );
}
