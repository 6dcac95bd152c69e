import { View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from '../../../components/pressable';
import { TextArea } from '../../../components/text-field';
import { MOST_CHARACTERS, captionFor, type LinkedWish } from './linked-wish';
import './publish.scss';

interface Props {
  text: string;
  wish: LinkedWish | null;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** One's own words, or a sentence from the wish's facts taken over by a tap. */
export function Caption({ text, wish, error, onChange }: Props) {
  // The input keeps its own text, so a sentence put in from outside needs a new one.
  const [round, setRound] = useState(0);
  const take = (sentence: string) => {
    onChange(sentence);
    setRound(round + 1);
  };
  const suggestion = wish && text.trim() === '' ? captionFor(wish) : null;
  return (
    <View>
      <TextArea
        key={round}
        id="text"
        label="说一句话"
        required
        defaultValue={text}
        placeholder="在哪里，为谁，办成了什么事"
        maxLength={MOST_CHARACTERS}
        error={error}
        onInput={onChange}
      />
      {suggestion ? (
        <Pressable id="suggestion" className="publish__suggestion" onPress={() => take(suggestion)}>
          <View className="publish__suggestion-head">点一下就用这句</View>
          <View>{suggestion}</View>
        </Pressable>
      ) : null}
    </View>
  );
}
