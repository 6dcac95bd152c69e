import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { hasRole } from '../../../../domain/caller';
import { DeskNav } from '../../../features/desk/desk-nav';
import { call } from '../../../platform/call';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { Queue } from './queue';
import './queue.scss';

export default function QueuePage() {
  const me = useLoad(async () => (await call('account.me', {})).me, 'me');
  if (me.state === 'loading') {
    return (
      <Page wide>
        <LoadingSkeleton />
      </Page>
    );
  }
  if (!me.data) {
    return (
      <Page wide>
        <ErrorState message={me.error?.message ?? ''} onRetry={me.reload} />
      </Page>
    );
  }
  if (!hasRole(me.data, 'representative', 'liaison', 'presidium', 'department')) return <Refused />;
  return (
    <Page wide>
      <DeskNav me={me.data} view="queue" />
      <Queue me={me.data} />
    </Page>
  );
}

function Refused() {
  return (
    <Page>
      <EmptyState
        title="这里是经办人员的待办"
        text="代表、组长、联络员、主席团和职能部门在这里看自己该办的事。您的心愿办到哪一步，在“我的”里看。"
        action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
      />
    </Page>
  );
}
