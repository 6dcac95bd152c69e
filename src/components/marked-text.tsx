import { View } from '@tarojs/components';
import './marked-text.scss';

/** Where something stands in a text, in characters from 1. */
export interface Mark {
  at: number;
  length: number;
}

interface Part {
  text: string;
  isMarked: boolean;
}

/** The text cut at its marks; one that overlaps an earlier one marks what that left. */
export function partsOf(text: string, marks: readonly Mark[]): Part[] {
  const characters = [...text];
  const parts: Part[] = [];
  let from = 0;
  const put = (to: number, isMarked: boolean) => {
    if (to > from) parts.push({ text: characters.slice(from, to).join(''), isMarked });
    from = Math.max(from, to);
  };
  for (const { at, length } of [...marks].sort((one, other) => one.at - other.at)) {
    put(at - 1, false);
    put(Math.min(at - 1 + length, characters.length), true);
  }
  put(characters.length, false);
  return parts;
}

/** A text with the spots marked that somebody should look at. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <View className="marked-text">
      {partsOf(text, marks).map((part, index) => (
        <View key={index} className={part.isMarked ? 'marked-text__mark' : 'marked-text__plain'}>
          {part.text}
        </View>
      ))}
    </View>
  );
}
