import { Image, View } from '@tarojs/components';
import type { PostView } from '../../../../contract/post';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ShareButton } from '../../../components/share-button';
import { useCardAhead } from '../../../features/post/card-picture';
import { open, openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import './publish.scss';

interface Props {
  post: PostView;
  onShare: () => Promise<void>;
  onAgain: () => void;
}

/** It is out: show it to the group, look at it, or go on. */
export function Published({ post, onShare, onAgain }: Props) {
  const [photo] = post.photos;
  useCardAhead(post.id);
  return (
    <Page bar={<Button id="again" size="big" text="再晒一单" onPress={onAgain} />}>
      <View id="published" className="publish__done">
        <View className="publish__tick">✓</View>
        <View className="publish__done-title">晒单已发布</View>
      </View>
      <Card>
        <View className="publish__done-post">
          {photo ? <Image className="publish__done-photo" src={photo.thumb} mode="aspectFill" /> : null}
          <View className="publish__done-text">{post.text}</View>
        </View>
        <View className="publish__next">
          <ShareButton kind="primary" text="转发到微信群" onShare={onShare} />
          <Button id="make-poster" text="做海报" onPress={() => open(routes.poster, { id: post.id })} />
          <Button id="see-post" text="看看晒单" onPress={() => open(routes.postDetail, { id: post.id })} />
          <Button kind="quiet" text="回到晒单" onPress={() => openTab(routes.feed)} />
        </View>
      </Card>
    </Page>
  );
}
