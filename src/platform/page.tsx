import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useLargeType } from './large-type';
import './page.scss';

interface Props {
  children: ReactNode;
  /** Stays at the bottom of the screen: the page's actions. */
  bar?: ReactNode;
  /** For tables on a desk: uses the whole width. */
  wide?: boolean | undefined;
}

/** The root of every page: type size, background, safe areas. */
export function Page({ children, bar, wide = false }: Props) {
  const large = useLargeType();
  const width = wide ? ' page--wide' : '';
  return (
    <View className={`page${large ? ' page--large' : ''}${width}`}>
      <View className="page__body">{children}</View>
      {bar ? <View className="page__bar">{bar}</View> : null}
    </View>
  );
}
