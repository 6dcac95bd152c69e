import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

export interface PressableProps {
  children: ReactNode;
  onPress: () => void;
  className?: string | undefined;
  id?: string | undefined;
  /** What is read aloud, where the content does not say it. */
  label?: string | undefined;
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab' | undefined;
  /** For radio, checkbox, switch and tab. */
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** Anything that can be pressed: by finger, mouse, Enter or Space. On H5 a real button, on WeChat a View that is one. */
export function Pressable(props: PressableProps) {
  const { children, onPress, id, label, role = 'button', checked, disabled = false } = props;
  const className = `pressable ${props.className ?? ''}`;
  if (process.env.TARO_ENV === 'h5') {
    const state = role === 'tab' ? { 'aria-selected': checked } : { 'aria-checked': checked };
    return (
      <button
        type="button"
        id={id}
        className={className}
        role={role === 'button' ? undefined : role}
        aria-label={label}
        disabled={disabled}
        onClick={onPress}
        {...(role === 'button' ? {} : state)}
      >
        {children}
      </button>
    );
  }
  return (
    <View
      {...(id ? { id } : {})}
      className={`${className}${disabled ? ' pressable--disabled' : ''}`}
      hoverClass={disabled ? 'none' : 'pressable--pressed'}
      {...aria(role, { label })}
      {...(disabled ? {} : { onClick: onPress })}
    >
      {children}
    </View>
  );
}
