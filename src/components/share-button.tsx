import { Button as NativeButton } from '@tarojs/components';
import { Button } from './button';
import './button.scss';
import './share-button.scss';

interface Props {
  text: string;
  onShare: () => Promise<void>;
  /** Tells the buttons of one page apart in WeChat. */
  id?: string | undefined;
}

/** WeChat opens its own share panel by this very button; on H5 `onShare` does what a browser can. */
export function ShareButton({ text, onShare, id }: Props) {
  if (process.env.TARO_ENV === 'h5') return <Button text={text} onPress={onShare} id={id} />;
  return (
    <NativeButton {...(id ? { id } : {})} className="button button--plain share-button" openType="share">
      {text}
    </NativeButton>
  );
}
