import type { CampaignView, TaskView } from '../../../../contract/campaign-view';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Sheet } from '../../../components/sheet';
import { ActForm } from '../../../features/act/act-form';
import { actSpec } from '../../../features/act/act-spec';
import { call } from '../../../platform/call';
import { TaskForm } from './task-form';
import type { DoCampaignAct } from './campaign-act';

export type TaskWork = { kind: 'add' } | { kind: 'save' | 'finish' | 'reopen' | 'remove'; task: TaskView };

interface Props {
  campaign: CampaignView;
  /** null: closed. */
  work: TaskWork | null;
  act: DoCampaignAct;
  onClose: () => void;
}

const finishSpec = (id: string, { rev }: TaskView) =>
  actSpec({
    fields: {
      note: { kind: 'words', label: '完成情况', placeholder: '例如：走访了三户，代办医保一件。', maxLength: 300 },
    },
    withPhotos: true,
    submitText: '办完了',
    send: (taskId, { note }, photos) => call('campaign.finishTask', { id, taskId, rev, note, photos }),
  });

const reopenSpec = (id: string, { rev }: TaskView) =>
  actSpec({
    fields: {
      reason: { kind: 'words', label: '为什么要继续办理', placeholder: '例如：还差两户没有走访。', maxLength: 200 },
    },
    submitText: '重新办理',
    send: (taskId, { reason }) => call('campaign.reopenTask', { id, taskId, rev, reason }),
  });

/** Whatever is done with a task: a form, or a second look. */
export function TaskSheet({ campaign, work, act, onClose }: Props) {
  if (work === null) return null;
  const { id } = campaign;
  if (work.kind === 'add' || work.kind === 'save') {
    return (
      <Sheet open title={work.kind === 'add' ? '添加任务' : '修改任务'} onClose={onClose}>
        <TaskForm campaign={campaign} task={work.kind === 'save' ? work.task : undefined} act={act} onDone={onClose} />
      </Sheet>
    );
  }
  const { task } = work;
  const { id: taskId, rev, title } = task;
  if (work.kind === 'remove') {
    return (
      <ConfirmDialog
        open
        danger
        title="删除这项任务？"
        text={`“${title}”会从任务清单里去掉，不再提醒责任人。`}
        confirmText="删除"
        onConfirm={async () => {
          onClose();
          await act('任务已删除。', () => call('campaign.removeTask', { id, taskId, rev }));
        }}
        onCancel={onClose}
      />
    );
  }
  const spec = work.kind === 'finish' ? finishSpec(id, task) : reopenSpec(id, task);
  const done = work.kind === 'finish' ? '任务已完成，谢谢您。' : '已退回继续办理，责任人会收到通知。';
  return (
    <Sheet open title={title} onClose={onClose}>
      <ActForm
        spec={spec}
        draftKey={`campaign.${work.kind}.${taskId}`}
        send={(filled, photos) => act(done, () => spec.send(taskId, filled, photos), true)}
        onDone={onClose}
      />
    </Sheet>
  );
}
