import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrderView } from '../../../../contract/order';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { Timeline } from '../../../components/timeline';
import { stepsOf } from '../../../features/act/steps-of';
import { ActForm } from '../../../features/act/act-form';
import { useToldAct, type DoAct } from '../../../features/act/use-told-act';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import {
  confirmed,
  doneText,
  isConfirmed,
  isUndoing,
  orderActsOf,
  orderActLabels,
  specOf,
  type OrderAct,
} from './order-acts';
import { OrderAnswer, OrderFacts, OrderRequests } from './order-facts';
import { PrintButtons } from './print-buttons';
import './order-page.scss';

interface Props {
  order: OrderView;
  onChanged: (order: OrderView) => void;
  onReload: () => Promise<void>;
}

interface Answer {
  order: OrderView;
}

const MOST_IN_BAR = 2;

export function OrderPage({ order, onChanged, onReload }: Props) {
  const [chosen, setChosen] = useState<OrderAct | null>(null);
  const { notice, act } = useToldAct<Answer>({ onChanged: (answer) => onChanged(answer.order), onReload });
  const acts = orderActsOf(order);
  const shown = acts.filter((one) => !isUndoing(one)).slice(0, MOST_IN_BAR);
  const rest = acts.filter((one) => !shown.includes(one));
  return (
    <Page bar={shown.length === 0 ? null : <ActButtons acts={shown} onAct={setChosen} isMain />}>
      {notice ? <Notice {...notice} /> : null}
      <OrderFacts order={order} />
      <OrderRequests order={order} />
      <OrderAnswer order={order} />
      {rest.length > 0 ? (
        <Card title="其他操作">
          <ActButtons acts={rest} onAct={setChosen} />
        </Card>
      ) : null}
      <Card title="打印">
        <PrintButtons order={order} />
      </Card>
      <Card title="办理经过">
        <Timeline steps={stepsOf(order.timeline)} />
      </Card>
      <Button id="open-wish" text="查看这个心愿" onPress={() => open(routes.wishDetail, { id: order.wish.id })} />
      <ActSheet key={order.rev} order={order} chosen={chosen} onClose={() => setChosen(null)} act={act} />
    </Page>
  );
}

interface ButtonsProps {
  acts: readonly OrderAct[];
  onAct: (act: OrderAct) => void;
  isMain?: boolean;
}

function ActButtons({ acts, onAct, isMain = false }: ButtonsProps) {
  return (
    <View className="order-page__acts">
      {acts.map((one, index) => (
        <View key={one} className="order-page__act">
          <Button
            id={`act-${one}`}
            kind={isMain && index === 0 ? 'primary' : 'plain'}
            text={orderActLabels[one]}
            onPress={() => onAct(one)}
          />
        </View>
      ))}
    </View>
  );
}

interface SheetProps {
  order: OrderView;
  chosen: OrderAct | null;
  onClose: () => void;
  act: DoAct<Answer>;
}

const doneOf =
  (act: OrderAct) =>
  (answer: Answer | null): string =>
    doneText(act, answer?.order.status);

/** What needs no words is only confirmed; the rest is a form. */
function ActSheet({ order, chosen, onClose, act }: SheetProps) {
  const departments = useLoad(async () => (await call('order.departments', {})).items, 'departments');
  const options = (departments.data ?? [])
    .filter(({ id }) => id !== order.department.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  if (chosen === null) return null;
  if (isConfirmed(chosen)) {
    const confirming = confirmed(chosen);
    return (
      <ConfirmDialog
        open
        title={`${orderActLabels[chosen]}？`}
        text={confirming.text}
        confirmText={orderActLabels[chosen]}
        onConfirm={async () => {
          onClose();
          await act(doneOf(chosen), () => confirming.send(order.id));
        }}
        onCancel={onClose}
      />
    );
  }
  const spec = specOf(chosen, order, options);
  return (
    <Sheet open title={orderActLabels[chosen]} onClose={onClose}>
      <ActForm
        spec={spec}
        draftKey={`order.${chosen}.${order.id}`}
        send={(filled) => act(doneOf(chosen), () => spec.send(order.id, filled, []), true)}
        onDone={onClose}
      />
    </Sheet>
  );
}
