import { View } from '@tarojs/components';
import type { Output } from '../../../../contract/contract';
import { orderRoleLabels, orderStatusLabels } from '../../../../domain/labels';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { lateText } from '../../../features/desk/late-text';
import { orderTones, termOf } from '../../../features/order/order-status';
import { dayText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';

interface Props {
  order: Output<'order.list'>['items'][number];
  showsDepartment: boolean;
}

export function OrderCard({ order, showsDepartment }: Props) {
  const { id, code, status, role, wish, department, overdue, urges } = order;
  const term = termOf(order);
  return (
    <Pressable className="order-card" role="link" onPress={() => open(routes.order, { id })}>
      <View className="order-card__top">
        <Tag text={orderStatusLabels[status]} tone={orderTones[status]} />
        <Tag text={orderRoleLabels[role]} tone="plain" />
        {term ? (
          <View className={`order-card__term${overdue ? ' order-card__term--late' : ''}`}>
            {term.label} {dayText(term.by)}，{lateText(term.by)}
          </View>
        ) : null}
      </View>
      <View className="order-card__content">{wish.content}</View>
      <View className="order-card__facts">
        <Unbroken
          text={[
            ...(showsDepartment ? [department.name] : []),
            wish.village,
            code,
            ...(urges > 0 ? [`已督办 ${urges} 次`] : []),
          ].join(' · ')}
        />
      </View>
    </Pressable>
  );
}
