/** What is done with a duty by a form: what each asks, calls and says. */
import type { DutyView } from '../../../../contract/duty-views';
import { actSpec, type ActSpec } from '../../../features/act/act-spec';
import type { DoAct } from '../../../features/act/use-told-act';
import { call } from '../../../platform/call';

export const formActs = {
  askLeave: { title: '请假', done: '已请假，请等答复。答复会发通知给您。' },
  cancel: { title: '取消活动', done: '已取消，会通知每位代表。' },
  reopen: { title: '重新核对考勤', done: '考勤已重新打开，原来记的分已冲回。改好后请再次确认。' },
  summarise: { title: '活动小结', done: '小结已保存。' },
  addPhotos: { title: '上传照片', done: '照片已上传。' },
} as const;
export type FormAct = keyof typeof formActs;

type DutySpec = ActSpec<{ duty: DutyView }>;
export type DoDutyAct = DoAct<{ duty: DutyView }>;

const words = (label: string, placeholder: string, maxLength = 200) =>
  ({ kind: 'words', label, placeholder, maxLength }) as const;

export function specOf(act: FormAct): DutySpec {
  switch (act) {
    case 'askLeave':
      return actSpec({
        about: '由组长或主席团答复。准假前仍可以到会签到。',
        fields: { reason: words('请假事由', '例如：出差在外，赶不回来。') },
        submitText: '提交请假',
        send: (id, { reason }) => call('duty.askLeave', { id, reason }),
      });
    case 'cancel':
      return actSpec({
        about: '取消后不能恢复，会通知每位代表。只是改时间地点的，请用“修改活动”。',
        fields: { reason: words('取消的原因', '例如：改到下周召开。') },
        submitText: '取消活动',
        danger: true,
        send: (id, { reason }) => call('duty.cancel', { id, reason }),
      });
    case 'reopen':
      return actSpec({
        about: '已记的积分会逐笔冲回，没有生效的扣分会撤销。改好考勤后要再次确认，才重新记分。',
        fields: { reason: words('为什么重新核对', '例如：两位代表的签到登记有误。') },
        submitText: '重新核对',
        danger: true,
        send: (id, { reason }) => call('duty.reopen', { id, reason }),
      });
    case 'summarise':
      return actSpec({
        fields: { summary: words('小结', '例如：视察了三个安置小区，提出五条建议。', 1000) },
        submitText: '保存小结',
        send: (id, { summary }) => call('duty.summarise', { id, summary }),
      });
    case 'addPhotos':
      return actSpec({
        about: '照片只给代表和镇人大看，不对居民公开。',
        fields: {},
        withPhotos: true,
        submitText: '上传',
        send: (id, _values, photos) => call('duty.addPhotos', { id, photos }),
      });
  }
}
