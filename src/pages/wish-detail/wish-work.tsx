/** How the work on a wish stands: what is asked for, who takes part, what departments have been given. */
import { View } from '@tarojs/components';
import type { WishView } from '../../../contract/wish-views';
import {
  callBackOutcomeLabels,
  contactWayLabels,
  helperPartLabels,
  orderRoleLabels,
  orderStatusLabels,
} from '../../../domain/labels';
import { Card } from '../../components/card';
import { Pressable } from '../../components/pressable';
import { Tag } from '../../components/tag';
import { Unbroken } from '../../components/unbroken';
import { dayText, timeText } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import './wish-work.scss';

interface Props {
  wish: WishView;
}

/** What the claimer has asked for and nobody has answered yet. */
export function Requests({ wish: { pauseRequest, helpRequest } }: Props) {
  if (!pauseRequest && !helpRequest) return null;
  return (
    <Card title="等答复的申请">
      {pauseRequest ? (
        <View className="wish-work__line">
          <View className="wish-work__head">申请暂缓到{dayText(pauseRequest.resumeOn)}</View>
          <View>{pauseRequest.reason}</View>
          <View className="wish-work__when">
            {pauseRequest.who} · {timeText(pauseRequest.at)} · 等组长或主席团答复
          </View>
        </View>
      ) : null}
      {helpRequest ? (
        <View className="wish-work__line">
          <View className="wish-work__head">申请部门协办</View>
          <View>{helpRequest.reason}</View>
          <View className="wish-work__when">{timeText(helpRequest.at)} · 等主席团答复</View>
        </View>
      ) : null}
    </Card>
  );
}

/** 合力: who else takes part, and in what. */
export function Helpers({ wish: { helpers } }: Props) {
  if (helpers.length === 0) return null;
  return (
    <Card title="合力办理">
      {helpers.map(({ id, name, part, note, at }) => (
        <View key={id} className="wish-work__line">
          <View className="wish-work__head">
            {name} <Tag text={helperPartLabels[part]} tone="blue" />
          </View>
          <View>{note}</View>
          <View className="wish-work__when">{dayText(at)}参与</View>
        </View>
      ))}
    </Card>
  );
}

const liveTones = { issued: 'amber', accepted: 'blue', returnRequested: 'amber', answered: 'green' } as const;
const isLiveStatus = (status: string): status is keyof typeof liveTones => status in liveTones;

/** The orders (交办单); a press opens one. */
export function Orders({ wish: { orders } }: Props) {
  if (orders.length === 0) return null;
  return (
    <Card title="部门交办">
      {orders.map(({ id, code, role, status, department, dueAt }) => (
        <Pressable
          key={id}
          id={`order-${id}`}
          className="wish-work__order"
          role="link"
          label={`交办单 ${code}，${department}，${orderStatusLabels[status]}`}
          onPress={() => open(routes.order, { id })}
        >
          <View className="wish-work__body">
            <View className="wish-work__head">{department}</View>
            <View className="wish-work__when">
              <Unbroken text={`${orderRoleLabels[role]} · ${code} · ${dayText(dueAt)}前答复`} />
            </View>
          </View>
          <Tag text={orderStatusLabels[status]} tone={isLiveStatus(status) ? liveTones[status] : 'plain'} />
        </Pressable>
      ))}
    </Card>
  );
}

/** Attempts to reach the wisher that brought no answer. */
export function CallBacks({ wish: { callBacks } }: Props) {
  if (callBacks.length === 0) return null;
  return (
    <Card title="回访记录">
      {callBacks.map(({ at, who, way, outcome }) => (
        <View key={at} className="wish-work__line">
          <View className="wish-work__head">{`${contactWayLabels[way]}：${callBackOutcomeLabels[outcome]}`}</View>
          <View className="wish-work__when">
            {who} · {timeText(at)}
          </View>
        </View>
      ))}
    </Card>
  );
}
