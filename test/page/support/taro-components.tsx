import type { ReactNode } from 'react';

interface ViewProps {
  children?: ReactNode;
  id?: string;
  className?: string;
  onClick?: () => void;
}

export const View = ({ children, id, className, onClick }: ViewProps) => (
  <div id={id} className={className} onClick={onClick}>
    {children}
  </div>
);

export const Image = ({ src, className }: { src: string; className?: string }) => (
  <img src={src} className={className} alt="" />
);

export const Button = ({ children, id, className }: ViewProps) => (
  <button id={id} className={className}>
    {children}
  </button>
);

interface InputProps {
  defaultValue?: string;
  onInput: (event: { detail: { value: string } }) => void;
}

export const Input = ({ defaultValue, onInput }: InputProps) => (
  <input
    defaultValue={defaultValue}
    onInput={({ currentTarget }) => onInput({ detail: { value: currentTarget.value } })}
  />
);

export const Textarea = ({ defaultValue, onInput }: InputProps) => (
  <textarea
    defaultValue={defaultValue}
    onInput={({ currentTarget }) => onInput({ detail: { value: currentTarget.value } })}
  />
);
