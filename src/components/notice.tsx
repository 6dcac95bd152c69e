import { View } from '@tarojs/components';
import { aria } from './aria';
import './notice.scss';

export interface NoticeContent {
  tone: 'good' | 'bad' | 'plain';
  text: string;
}

/** What has just happened, in a sentence that stays. */
export function Notice({ tone, text }: NoticeContent) {
  return (
    <View className={`notice notice--${tone}`} {...aria(tone === 'bad' ? 'alert' : 'status')}>
      {text}
    </View>
  );
}
