import { Button as NativeButton } from '@tarojs/components';
import { Button } from './button';
import './button.scss';
import './share-button.scss';

interface Props {
  text: string;
  onShare: () => Promise<void>;
  kind?: 'primary' | 'plain' | undefined;
  /** Tells the buttons of one page apart in WeChat. */
  id?: string | undefined;
}

/** WeChat opens its own share panel by this very button; on H5 `onShare` does what a browser can. */
export function ShareButton({ text, onShare, kind = 'plain', id }: Props) {
  if (process.env.TARO_ENV === 'h5') return <Button text={text} kind={kind} onPress={onShare} id={id} />;
  return (
    <NativeButton {...(id ? { id } : {})} className={`button button--${kind} share-button`} openType="share">
      {text}
    </NativeButton>
  );
}
