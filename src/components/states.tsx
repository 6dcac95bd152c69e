import { View } from '@tarojs/components';
import { aria } from './aria';
import { Button } from './button';
import './states.scss';

interface EmptyProps {
  title: string;
  text?: string | undefined;
  action?: { text: string; onPress: () => void } | undefined;
}

export function EmptyState({ title, text, action }: EmptyProps) {
  return (
    <View className="state">
      <View className="state__title">{title}</View>
      {text ? <View className="state__text">{text}</View> : null}
      {action ? (
        <View className="state__action">
          <Button text={action.text} onPress={action.onPress} />
        </View>
      ) : null}
    </View>
  );
}

/** `onRetry` is left out where trying again cannot help. */
export function ErrorState({ message, onRetry }: { message: string; onRetry?: (() => Promise<void>) | undefined }) {
  return (
    <View className="state" {...aria('alert')}>
      <View className="state__title">{message}</View>
      {onRetry ? (
        <View className="state__action">
          <Button text="再试一次" onPress={onRetry} />
        </View>
      ) : null}
    </View>
  );
}

/** Grey boxes where the content will be. */
export function LoadingSkeleton({ rows = 3 }: { rows?: number }) {
  return (
    <View className="skeleton" {...aria('status', { label: '正在加载' })}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="skeleton__card">
          <View className="skeleton__line" />
          <View className="skeleton__line skeleton__line--short" />
        </View>
      ))}
    </View>
  );
}

interface FooterProps {
  more: 'idle' | 'loading' | 'failed' | 'end';
  message?: string | undefined;
  onMore: () => Promise<void>;
}

/** Below a list: more of it, on its way, failed, or all of it. */
export function ListFooter({ more, message, onMore }: FooterProps) {
  if (more === 'end') return <View className="list-footer">已经到底了</View>;
  if (more === 'loading') return <View className="list-footer">正在加载…</View>;
  return (
    <View className="list-footer">
      {more === 'failed' ? <View>{message ?? '没有加载出来'}</View> : null}
      <Button kind="quiet" text={more === 'failed' ? '再试一次' : '加载更多'} onPress={onMore} />
    </View>
  );
}
