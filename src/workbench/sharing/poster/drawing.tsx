import { Image, View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { openTab } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import type { Loaded } from '../../../platform/use-load';
import { useShownFile, type DrawnPoster, type Kind } from './use-poster';
import './poster.scss';

interface Props {
  kind: Kind;
  drawing: Loaded<DrawnPoster>;
}

/** The finished picture as it will be saved or sent. */
export function Drawing({ kind, drawing: { state, data, error, reload } }: Props) {
  const url = useShownFile(data?.file ?? null);
  if (error?.code === 'NOT_FOUND') {
    return <EmptyState title={error.message} action={{ text: '去看晒单', onPress: () => openTab(routes.feed) }} />;
  }
  if (state === 'failed')
    return <ErrorState message={error?.message ?? ''} onRetry={error?.mayRetry ? reload : undefined} />;
  if (data === null || url === null) return <LoadingSkeleton rows={3} />;
  const { representative } = data.facts;
  return (
    <>
      {data.hasCode ? null : <NoCode onRetry={reload} />}
      <Image
        id={`drawn-${kind}`}
        className={`drawing drawing--${kind}`}
        src={url}
        mode="widthFix"
        showMenuByLongpress
        {...aria('img', { label: `${representative}代表的${kind === 'poster' ? '晒单海报' : '分享卡片'}` })}
      />
      <View className="drawing__hint">{hintOf(kind)}</View>
    </>
  );
}

const NoCode = ({ onRetry }: { onRetry: () => Promise<void> }) => (
  <>
    <Notice tone="plain" text="小程序码没有取到，海报上先不带码。可以就这样保存，也可以再取一次。" />
    <Button id="code-again" text="再取一次小程序码" onPress={onRetry} />
  </>
);

const hintOf = (kind: Kind): string =>
  kind === 'poster'
    ? '按住图片也能保存或转发。不便在群里公开的照片和姓名，图上没有。'
    : '转发到群里，大家看到的就是这张图。';
