import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../../../contract/order';
import {
  closeClassLabels,
  meetingStageLabels,
  orderRoleLabels,
  orderStatusLabels,
  ratingLabels,
} from '../../../../domain/labels';
import { Card } from '../../../components/card';
import { Tag } from '../../../components/tag';
import { lateText } from '../../../features/desk/late-text';
import { orderTones, termOf } from '../../../features/order/order-status';
import { dayText, timeText } from '../../../platform/dates';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="order-fact">
      <View className="order-fact__name">{name}</View>
      <View className="order-fact__value">{children}</View>
    </View>
  );
}

/** How the answer's term came about: it moves with an extension, and is halved when it is to be done again. */
function termText({ dueDays, extension, redoCount }: OrderView): string {
  if (extension?.state === 'granted') return `原 ${dueDays} 个工作日，延期 ${extension.days} 个`;
  return redoCount > 0 ? `重办，原 ${dueDays} 个工作日` : `${dueDays} 个工作日`;
}

/** What is to be done, by whom and by when. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { code, status, role, wish, department, reason, issuedAt, issuedBy, signBy, dueAt, overdue } = order;
  const term = termOf(order);
  return (
    <Card id="order">
      <View className="order-page__top">
        <Tag text={orderStatusLabels[status]} tone={orderTones[status]} />
        <Tag text={orderRoleLabels[role]} tone="plain" />
        {term ? <Tag text={lateText(term.by)} tone={overdue ? 'red' : 'plain'} /> : null}
      </View>
      <View className="order-page__content">{wish.content}</View>
      <Fact name="承办部门">{department.name}</Fact>
      <Fact name="交办事由">{reason}</Fact>
      <Fact name="心愿">
        {wish.village} {wish.code}
      </Fact>
      <Fact name="跟踪代表">{wish.claimer ?? '暂无'}</Fact>
      <Fact name="交办">
        {timeText(issuedAt)} · {issuedBy}
      </Fact>
      <Fact name="签收期限">{dayText(signBy)}</Fact>
      <Fact name="答复期限">
        {dayText(dueAt)}（{termText(order)}）
      </Fact>
      <Fact name="编号">{code}</Fact>
      {order.urges > 0 ? <Fact name="督办">{order.urges} 次</Fact> : null}
      {order.redoCount > 0 ? <Fact name="重办">{order.redoCount} 次</Fact> : null}
    </Card>
  );
}

const extensionStates = { asked: '等主席团答复', granted: '已同意', refused: '未同意' } as const;

/** What the department has asked for. */
export function OrderRequests({ order: { returnRequest, extension } }: { order: OrderView }) {
  if (!returnRequest && !extension) return null;
  return (
    <Card title="部门的申请">
      {returnRequest ? (
        <Fact name="退办">
          {timeText(returnRequest.at)}：{returnRequest.reason}
          {returnRequest.suggest ? `（建议由${returnRequest.suggest}办理）` : ''}
        </Fact>
      ) : null}
      {extension ? (
        <Fact name="延期">
          {extension.days} 个工作日，{extensionStates[extension.state]}：{extension.reason}
        </Fact>
      ) : null}
    </Card>
  );
}

export function OrderAnswer({ order: { status, answer, rating, meetings } }: { order: OrderView }) {
  if (!answer && meetings.length === 0) return null;
  return (
    <Card title="办理和答复">
      {meetings.map(({ stage, at, note }) => (
        <Fact key={at} name={meetingStageLabels[stage]}>
          {timeText(at)}：{note}
        </Fact>
      ))}
      {answer ? (
        <View id="order-answer">
          <Fact name={status === 'accepted' ? '上次答复' : '答复'}>{answer.text}</Fact>
          <Fact name="类别">
            {answer.closeClass} {closeClassLabels[answer.closeClass]}
          </Fact>
          <Fact name="答复人">
            {answer.who} · {timeText(answer.at)}
          </Fact>
        </View>
      ) : null}
      {rating ? <Fact name="评价">{ratingLabels[rating]}</Fact> : null}
    </Card>
  );
}
