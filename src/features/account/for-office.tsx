import type { ReactNode } from 'react';
import type { Me } from '../../../contract/account';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../components/states';
import { call } from '../../platform/call';
import { openTab } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useLoad } from '../../platform/use-load';

interface Props {
  mayUse: (me: Me) => boolean;
  /** What the page is for, said to whoever may not use it. */
  title: string;
  text: string;
  wide?: boolean;
  /** The whole page. */
  children: (me: Me) => ReactNode;
}

/** A page of those who hold an office: who this is, is asked first. */
export function ForOffice({ mayUse, title, text, wide = false, children }: Props) {
  const me = useLoad(async () => (await call('account.me', {})).me, 'me');
  if (me.data && mayUse(me.data)) return <>{children(me.data)}</>;
  return (
    <Page wide={wide}>
      {me.state === 'loading' ? (
        <LoadingSkeleton />
      ) : me.data ? (
        <EmptyState title={title} text={text} action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }} />
      ) : (
        <ErrorState message={me.error?.message ?? ''} onRetry={me.reload} />
      )}
    </Page>
  );
}
