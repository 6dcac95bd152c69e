import { View } from '@tarojs/components';
import { useEffect, useRef, type ReactNode } from 'react';
import { aria } from './aria';
import { Pressable } from './pressable';
import './sheet.scss';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Comes up from the bottom, over the page. Its content is made anew each time it opens. */
export function Sheet({ open, title, onClose, children }: Props) {
  useKeyboard(open, onClose);
  if (!open) return null;
  return (
    <View className="sheet">
      <View className="sheet__shade" onClick={onClose} catchMove />
      <View className="sheet__panel" {...aria('dialog', { label: title, modal: 'true' })}>
        <View className="sheet__head">
          <View className="sheet__title">{title}</View>
          <Pressable className="sheet__close" id="sheet-close" label="关闭" onPress={onClose}>
            关闭
          </Pressable>
        </View>
        <View className="sheet__content">{children}</View>
      </View>
    </View>
  );
}

/**
 * On H5: Esc closes, the keyboard starts inside and returns to where it was. Taro's views put what they hold in its place
 * with the next frame, and what has the focus then loses it: it is given with the one after.
 */
function useKeyboard(open: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open || process.env.TARO_ENV !== 'h5') return;
    const before = document.activeElement;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const button = document.getElementById('sheet-close');
        // Whoever is quick stands in a field already.
        if (!button?.closest('.sheet')?.contains(document.activeElement)) button?.focus({ preventScroll: true });
      });
    });
    const handleKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close.current();
    };
    document.addEventListener('keydown', handleKey);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('keydown', handleKey);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [open]);
}
