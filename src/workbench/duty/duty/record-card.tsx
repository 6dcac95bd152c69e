import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyView } from '../../../../contract/duty-views';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { PhotoGrid } from '../../../components/photo-grid';
import { call } from '../../../platform/call';
import type { DoDutyAct, FormAct } from './duty-acts';

interface Props {
  duty: DutyView;
  act: DoDutyAct;
  onChoose: (act: FormAct) => void;
}

/** Photos and words of what was done. */
export function RecordCard({ duty, act, onChoose }: Props) {
  const { allowed, photos, summary } = duty;
  const mayAdd = allowed.includes('addPhotos');
  const maySay = allowed.includes('summarise');
  if (photos.length === 0 && !summary && !mayAdd && !maySay) return null;
  return (
    <Card title="活动记录" id="record">
      {summary ? <View className="duty-page__summary">{summary}</View> : null}
      <PhotoGrid photos={photos} label="活动照片" />
      <View className="duty-page__acts duty-page__acts--below">
        {mayAdd ? <Button id="act-addPhotos" text="上传照片" onPress={() => onChoose('addPhotos')} /> : null}
        {maySay ? (
          <Button id="act-summarise" text={summary ? '修改小结' : '写活动小结'} onPress={() => onChoose('summarise')} />
        ) : null}
        <RemovePhoto duty={duty} act={act} />
      </View>
    </Card>
  );
}

/** The last one that may be taken out: to mend a slip of the finger. */
function RemovePhoto({ duty: { id, photos, removable }, act }: Pick<Props, 'duty' | 'act'>) {
  const [isAsking, setAsking] = useState(false);
  const last = photos.filter((photo) => removable.includes(photo.id)).at(-1);
  if (!last) return null;
  const place = photos.indexOf(last) + 1;
  return (
    <>
      <Button id="remove-photo" kind="quiet" text={`移除第 ${place} 张照片`} onPress={() => setAsking(true)} />
      <ConfirmDialog
        open={isAsking}
        title={`移除第 ${place} 张照片？`}
        text="移除后大家看不到这张照片。"
        confirmText="移除"
        danger
        onConfirm={async () => {
          setAsking(false);
          await act('照片已移除。', () => call('duty.removePhoto', { id, photo: last.id }));
        }}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
