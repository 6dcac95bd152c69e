import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignView, TaskView } from '../../../../contract/campaign-view';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ProgressBar } from '../../../components/chart/progress';
import { PhotoGrid } from '../../../components/photo-grid';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { timeText } from '../../../platform/dates';
import { dateText } from '../../../features/campaign/span-text';
import { TaskSheet, type TaskWork } from './task-sheet';
import type { DoCampaignAct } from './campaign-act';

interface Props {
  campaign: CampaignView;
  act: DoCampaignAct;
}

const actLabels = { finish: '办完了', reopen: '重新办理', save: '修改', remove: '删除' } as const;

/** What is to be done, by whom and by when; what is overdue first. */
export function TasksCard({ campaign, act }: Props) {
  const { tasks, allowed, notice, status } = campaign;
  const [work, setWork] = useState<TaskWork | null>(null);
  const mayAdd = allowed.includes('addTask');
  if (notice === undefined || (tasks.length === 0 && !mayAdd)) return null;
  const done = tasks.filter((task) => task.status === 'done');
  const open = tasks.filter((task) => task.status === 'open');
  return (
    <Card title="任务清单">
      {tasks.length > 0 && status !== 'draft' ? (
        <ProgressBar
          label="已完成的任务"
          value={done.length}
          total={tasks.length}
          text={`完成 ${done.length} / ${tasks.length}`}
        />
      ) : null}
      {tasks.length === 0 ? <View className="campaign__hint">还没有安排任务。</View> : null}
      {[...open, ...done].map((task) => (
        <TaskRow key={task.id} task={task} onWork={setWork} />
      ))}
      {mayAdd ? <Button id="add-task" text="添加任务" onPress={() => setWork({ kind: 'add' })} /> : null}
      <TaskSheet campaign={campaign} work={work} act={act} onClose={() => setWork(null)} />
    </Card>
  );
}

interface RowProps {
  task: TaskView;
  onWork: (work: TaskWork) => void;
}

function TaskRow({ task, onWork }: RowProps) {
  const { title, groupName, responsible, dueOn, isOverdue, done, reopened, allowed } = task;
  return (
    <View id={`task-${task.id}`} className="campaign-task">
      <View className="campaign-task__top">
        <View className="campaign-task__title">{title}</View>
        {isOverdue ? <Tag text="已超时限" tone="red" /> : null}
        {done ? <Tag text={done.isLate ? '逾期完成' : '已完成'} tone={done.isLate ? 'amber' : 'green'} /> : null}
      </View>
      <View className="campaign__hint">
        <Unbroken text={`${groupName}，责任人 ${responsible}，${dateText(dueOn)}前`} />
      </View>
      {done ? (
        <View>
          {timeText(done.at)} {done.who}：{done.note}
          {done.photos.length > 0 ? <PhotoGrid photos={done.photos} label={`“${title}”的照片`} /> : null}
        </View>
      ) : null}
      {reopened && !done ? (
        <View className="campaign-task__back">
          {timeText(reopened.at)} {reopened.who}要求继续办理：{reopened.reason}
        </View>
      ) : null}
      {allowed.length > 0 ? (
        <View className="campaign-task__acts">
          {(['finish', 'reopen', 'save', 'remove'] as const)
            .filter((one) => allowed.includes(one))
            .map((one) => (
              <View key={one} className="campaign-task__act">
                <Button
                  kind={one === 'finish' ? 'primary' : one === 'remove' ? 'quiet' : 'plain'}
                  text={actLabels[one]}
                  label={`${actLabels[one]}：${title}`}
                  onPress={() => onWork({ kind: one, task })}
                />
              </View>
            ))}
        </View>
      ) : null}
    </View>
  );
}
