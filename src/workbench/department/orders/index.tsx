import { View } from '@tarojs/components';
import { useState } from 'react';
import { hasRole } from '../../../../domain/caller';
import { ForOffice } from '../../../features/account/for-office';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useList } from '../../../platform/use-list';
import { OrderCard } from './order-card';
import { OrderTasks } from './order-tasks';
import './orders.scss';

const departmentViews = [
  { value: 'tasks', label: '待处理' },
  { value: 'accepted', label: '办理中' },
  { value: 'answered', label: '已答复' },
  { value: 'all', label: '全部' },
] as const;

/** The presidium's own tasks lie in its work queue, among the others. */
const townViews = [
  { value: 'all', label: '全部' },
  { value: 'issued', label: '待签收' },
  { value: 'accepted', label: '办理中' },
  { value: 'returnRequested', label: '退办' },
  { value: 'answered', label: '已答复' },
] as const;

type View = (typeof departmentViews | typeof townViews)[number]['value'];

export default function OrdersPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'department', 'presidium')}
      title="这里是办理交办单的地方"
      text="职能部门在这里签收和答复，主席团在这里督办。您当前的身份不能使用。"
    >
      {(me) => <Orders scope={hasRole(me, 'presidium') ? 'town' : 'mine'} />}
    </ForOffice>
  );
}

function Orders({ scope }: { scope: 'mine' | 'town' }) {
  const options = scope === 'town' ? townViews : departmentViews;
  const [view, setView] = useState<View>(options[0].value);
  return (
    <Page>
      <Tabs<View> label="按状态查看" options={options} value={view} onChange={setView} />
      {view === 'tasks' ? <OrderTasks /> : <OrderList key={view} scope={scope} view={view} />}
    </Page>
  );
}

const PAGE_SIZE = 20;

function OrderList({ scope, view }: { scope: 'mine' | 'town'; view: Exclude<View, 'tasks'> }) {
  const asked = { scope, limit: PAGE_SIZE, ...(view === 'all' ? {} : { status: view }) };
  const list = useList((page) => call('order.list', { ...asked, ...page }), JSON.stringify(asked));
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return <EmptyState title="没有这样的交办单" text="主席团交办以后会出现在这里，下拉可以刷新。" />;
  }
  return (
    <View id="orders">
      {list.items.map((order) => (
        <OrderCard key={order.id} order={order} showsDepartment={scope === 'town'} />
      ))}
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
