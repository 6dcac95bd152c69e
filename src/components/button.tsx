import { useEffect, useRef, useState } from 'react';
import { Pressable } from './pressable';
import './button.scss';

interface Props {
  text: string;
  /** While its promise runs the button is busy and takes no second tap. It must not reject. */
  onPress: () => void | Promise<unknown>;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined;
  /** `big` for the one thing a page is for. */
  size?: 'normal' | 'big' | undefined;
  /** What is shown while busy. */
  busyText?: string | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
  label?: string | undefined;
}

export function Button({ text, onPress, kind = 'plain', size = 'normal', busyText, disabled, id, label }: Props) {
  const [isBusy, setBusy] = useState(false);
  // State comes a moment later than the second of two quick taps.
  const running = useRef(false);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const handlePress = () => {
    if (running.current) return;
    const work = onPress();
    if (!(work instanceof Promise)) return;
    running.current = true;
    setBusy(true);
    void work.finally(() => {
      running.current = false;
      if (isThere.current) setBusy(false);
    });
  };

  return (
    <Pressable
      className={`button button--${kind} button--${size}`}
      onPress={handlePress}
      disabled={disabled === true || isBusy}
      id={id}
      label={label}
    >
      {isBusy ? (busyText ?? '请稍候…') : text}
    </Pressable>
  );
}
