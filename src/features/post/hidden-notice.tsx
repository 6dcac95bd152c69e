import { View } from '@tarojs/components';
import type { HiddenBecause } from '../../../contract/post';
import { aria } from '../../components/aria';
import { timeText } from '../../platform/dates';
import './hidden-notice.scss';

interface Props {
  what: '晒单' | '评论';
  because: HiddenBecause;
  mine: boolean;
}

/** What its author, and those who judge it, read above what nobody else sees. */
export function HiddenNotice({ what, because: { reason, who, automatic, at }, mine }: Props) {
  return (
    <View className="notice notice--bad" {...aria('status')}>
      <View className="hidden-notice__title">这条{what}已被隐藏</View>
      <View>原因：{reason}</View>
      <View>
        {automatic ? '由' : ''}
        {who}
        {automatic ? '自动隐藏' : ' 隐藏'}，{timeText(at)}
      </View>
      {mine ? <View className="hidden-notice__next">{whatNext(what)}</View> : null}
    </View>
  );
}

const whatNext = (what: Props['what']): string =>
  what === '晒单'
    ? '可以按上面的原因改好，重新晒一单；如果觉得不应该隐藏，请联系本组联络员或镇人大主席团，他们可以恢复显示。'
    : '可以按上面的原因改好，重新写一条。';
