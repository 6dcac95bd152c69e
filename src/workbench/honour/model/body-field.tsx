import { Textarea, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { Figure } from '../../../../contract/honour';
import { charactersIn, LEAST_CHARACTERS } from '../../../../domain/article';
import { Field } from '../../../components/field';
import { Pressable } from '../../../components/pressable';
import { grouped } from '../../../platform/numbers';

const MOST_CHARACTERS = 5000;

interface Props {
  text: string;
  figures: readonly Figure[];
  error?: string | undefined;
  onInput: (text: string) => void;
}

/** The text, and chips that put a figure in where the cursor was last. */
export function BodyField({ text, figures, error, onInput }: Props) {
  // The input keeps its own text, or fast typing loses letters on WeChat; a figure put in makes it anew.
  const [made, setMade] = useState({ round: 0, text });
  const cursor = useRef(text.length);
  const put = (name: string) => {
    const quoted = `【${name}】`;
    const at = Math.min(cursor.current, text.length);
    const next = `${text.slice(0, at)}${quoted}${text.slice(at)}`;
    cursor.current = at + quoted.length;
    setMade(({ round }) => ({ round: round + 1, text: next }));
    onInput(next);
  };
  const length = charactersIn(text);
  return (
    <Field
      id="article-text"
      label="正文"
      required
      error={error}
      note={`${length} 字${length < LEAST_CHARACTERS ? `，至少 ${LEAST_CHARACTERS} 字` : ''}`}
      hint="数字不要手写：点下面的词，插到光标处，发布时自动换成当时的数字。"
    >
      <View className="editor__figures">
        {figures.map(({ name, value, unit }) => (
          <Pressable
            key={name}
            className="editor__figure"
            label={`插入${name}，现在是 ${value} ${unit}`}
            onPress={() => put(name)}
          >
            ＋{name} {grouped(value)}
          </Pressable>
        ))}
      </View>
      <View id="article-text">
        <Input key={made.round} text={made.text} onInput={onInput} onCursor={(at) => (cursor.current = at)} />
      </View>
    </Field>
  );
}

interface InputProps {
  text: string;
  onInput: (text: string) => void;
  onCursor: (at: number) => void;
}

function Input({ text, onInput, onCursor }: InputProps) {
  const [first] = useState(text);
  if (process.env.TARO_ENV === 'h5') {
    return (
      <textarea
        id="article-text-input"
        className="field__input editor__text"
        defaultValue={first}
        maxLength={MOST_CHARACTERS}
        onSelect={({ currentTarget }) => onCursor(currentTarget.selectionStart)}
        onChange={({ target }) => {
          onCursor(target.selectionStart);
          onInput(target.value);
        }}
      />
    );
  }
  return (
    <Textarea
      className="field__input editor__text"
      defaultValue={first}
      maxlength={MOST_CHARACTERS}
      autoHeight
      cursorSpacing={80}
      onInput={({ detail }) => {
        onCursor(detail.cursor);
        onInput(detail.value);
      }}
      onBlur={({ detail }) => onCursor((detail as { cursor?: number }).cursor ?? text.length)}
    />
  );
}
