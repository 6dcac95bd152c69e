import { useState } from 'react';
import { Button } from '../../../components/button';
import { Notice, type NoticeContent } from '../../../components/notice';
import { ShareButton } from '../../../components/share-button';
import { dayText } from '../../../platform/dates';
import { openAlbumSetting, saveImage, type Saving } from '../../../platform/save-image';
import { isH5 } from '../../../platform/transport';
import type { DrawnPoster, Kind } from './use-poster';

interface Props {
  kind: Kind;
  drawing: DrawnPoster;
  onShare: () => Promise<void>;
}

const said: Record<Exclude<Saving, 'cancelled'>, NoticeContent> = {
  saved: {
    tone: 'good',
    text: isH5 ? '海报已下载，可以发到群里了。没有看到下载，就按住图片保存。' : '海报已保存到相册，可以发到群里了。',
  },
  refused: { tone: 'bad', text: '微信还不能存照片到相册。请点“去允许”，打开“添加到相册”，再回来保存。' },
  failed: { tone: 'bad', text: '没有保存成功，请再试一次，或者按住图片保存。' },
};

/** Into the album, or into the group. */
export function SaveBar({ kind, drawing: { file, facts }, onShare }: Props) {
  const [saving, setSaving] = useState<Saving>('cancelled');
  const save = async () =>
    setSaving(await saveImage(file, `晒单海报-${facts.representative}-${dayText(facts.at)}.jpg`));
  if (kind === 'card') return <ShareButton text="转发到微信群" onShare={onShare} />;
  return (
    <>
      {saving === 'cancelled' ? null : <Notice {...said[saving]} />}
      {saving === 'refused' ? <Button id="allow-album" text="去允许" onPress={openAlbumSetting} /> : null}
      <Button
        id="save-poster"
        kind="primary"
        size="big"
        text={isH5 ? '保存海报' : '保存到相册'}
        busyText="正在保存…"
        onPress={save}
      />
    </>
  );
}
