import { Input, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Pressable } from './pressable';
import './search-bar.scss';

interface Props {
  id: string;
  label: string;
  placeholder: string;
  /** What is being searched already, when the page opens. */
  initial?: string | undefined;
  /** The words when 搜索 or Enter is pressed; empty to show everything again. */
  onSearch: (words: string) => void;
}

export function SearchBar({ id, label, placeholder, initial = '', onSearch }: Props) {
  const words = useRef(initial);
  const [searched, setSearched] = useState(initial);
  // A new key is a new, empty input: an uncontrolled one cannot be emptied from outside.
  const [round, setRound] = useState(0);
  const search = () => {
    setSearched(words.current.trim());
    onSearch(words.current.trim());
  };
  const clear = () => {
    words.current = '';
    setRound(round + 1);
    setSearched('');
    onSearch('');
  };
  return (
    <View id={id} className="search-bar">
      {process.env.TARO_ENV === 'h5' ? (
        <input
          key={round}
          className="search-bar__input"
          type="search"
          enterKeyHint="search"
          aria-label={label}
          placeholder={placeholder}
          maxLength={50}
          defaultValue={round === 0 ? initial : ''}
          onChange={({ target }) => {
            words.current = target.value;
          }}
          onKeyDown={({ key, nativeEvent }) => {
            // Enter also chooses a word in a Chinese keyboard's list.
            if (key === 'Enter' && !nativeEvent.isComposing) search();
          }}
        />
      ) : (
        <Input
          key={round}
          className="search-bar__input"
          confirmType="search"
          placeholder={placeholder}
          maxlength={50}
          defaultValue={round === 0 ? initial : ''}
          onInput={({ detail }) => {
            words.current = detail.value;
          }}
          onConfirm={search}
        />
      )}
      {searched ? (
        <Pressable className="search-bar__button" label="清除搜索" onPress={clear}>
          清除
        </Pressable>
      ) : null}
      <Pressable className="search-bar__button search-bar__button--go" onPress={search}>
        搜索
      </Pressable>
    </View>
  );
}
