import { useState } from 'react';
import { hasRole } from '../../../../domain/caller';
import { shanghaiDay } from '../../../../domain/time';
import { DateField } from '../../../components/date-field';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { BriefText, CopyBrief } from './brief-text';
import { GroupChoice, TOWN } from './group-choice';

export default function BriefPage() {
  const today = shanghaiDay(new Date());
  const me = useLoad(async () => (await call('account.me', {})).me, 'me');
  const [day, setDay] = useState(today);
  const [groupId, setGroupId] = useState<string>(TOWN);
  const mayRead = hasRole(me.data, 'representative', 'liaison', 'presidium', 'admin');
  const maySeeAll = hasRole(me.data, 'presidium', 'admin');
  const brief = useLoad(
    () => call('post.brief', { ...(day === '' ? {} : { day }), ...(groupId === TOWN ? {} : { groupId }) }),
    mayRead ? `${day}-${groupId}` : null,
  );

  if (me.state === 'loading') {
    return (
      <Page>
        <LoadingSkeleton />
      </Page>
    );
  }
  if (!me.data) {
    return (
      <Page>
        <ErrorState message={me.error?.message ?? ''} onRetry={me.reload} />
      </Page>
    );
  }
  if (!mayRead) {
    return (
      <Page>
        <EmptyState
          title="这里是代表和联络员拿群简报的地方"
          text="把一天的晒单写成一段文字，复制到微信群里。您当前的身份不能使用。"
          action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      </Page>
    );
  }
  return (
    <Page bar={brief.data && brief.data.posts > 0 ? <CopyBrief text={brief.data.text} /> : undefined}>
      <DateField id="brief-day" label="哪一天" value={day} to={today} onChange={setDay} />
      {maySeeAll ? <GroupChoice value={groupId} onChange={setGroupId} /> : null}
      <BriefText brief={brief} />
    </Page>
  );
}
