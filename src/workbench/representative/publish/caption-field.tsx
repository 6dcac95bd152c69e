import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Spot } from '../../../../domain/caption';
import { MOST_CHARACTERS } from '../../../features/post/caption';
import { MarkedText } from '../../../components/marked-text';
import { Pressable } from '../../../components/pressable';
import { TextArea } from '../../../components/text-field';
import { spotSentence, spotsIn } from './spots';
import './publish.scss';

interface Props {
  /** What stands in the field: the author's own words, or the suggested ones. */
  text: string;
  /** Whether the author has written something. */
  isOwn: boolean;
  suggestion: string;
  /** What the function found that must not go out. */
  spots: readonly Spot[];
  error: string | undefined;
  /** Null takes the suggested sentence, which then follows the facts again. */
  onChange: (text: string | null) => void;
}

/** A sentence from the facts stands here at once; it follows them until the author writes something. */
export function CaptionField({ text, isOwn, suggestion, spots, error, onChange }: Props) {
  // The input keeps its own text, so one put in from outside needs a new input.
  const [held, setHeld] = useState({ text, round: 0 });
  if (text !== held.text) setHeld({ text, round: held.round + 1 });
  const type = (typed: string) => {
    setHeld({ text: typed, round: held.round });
    onChange(typed);
  };
  const found = spotsIn(text, spots);
  const offers = isOwn && suggestion !== '' && text.trim() === '';
  return (
    <View>
      <TextArea
        key={held.round}
        id="text"
        label="说一句话"
        required
        defaultValue={text}
        placeholder="在哪里，为谁，办成了什么事"
        hint={!isOwn && text !== '' ? '已按办理情况写好，可以直接改。' : undefined}
        maxLength={MOST_CHARACTERS}
        error={error}
        onInput={type}
      />
      {found.length > 0 ? <Refused text={text} spots={found} /> : null}
      {offers ? (
        <Pressable id="suggestion" className="publish__suggestion" onPress={() => onChange(null)}>
          <View className="publish__suggestion-head">点一下就用这句</View>
          <View>{suggestion}</View>
        </Pressable>
      ) : null}
    </View>
  );
}

function Refused({ text, spots }: { text: string; spots: readonly Spot[] }) {
  return (
    <View id="spots" className="publish__spots">
      <View className="publish__spots-head">标红的地方要改掉才能发：</View>
      <MarkedText text={text} marks={spots} />
      {spots.map((spot) => (
        <View key={spot.at} className="publish__spot">
          {spotSentence(spot)}
        </View>
      ))}
    </View>
  );
}
