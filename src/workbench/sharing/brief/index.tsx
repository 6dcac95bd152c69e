import { useState } from 'react';
import { hasRole } from '../../../../domain/caller';
import { shanghaiDay } from '../../../../domain/time';
import { DateField } from '../../../components/date-field';
import { ForOffice } from '../../../features/account/for-office';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { BriefText, CopyBrief } from './brief-text';
import { GroupChoice, TOWN } from './group-choice';

export default function BriefPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里是代表和联络员拿群简报的地方"
      text="把一天的晒单写成一段文字，复制到微信群里。您当前的身份不能使用。"
    >
      {(me) => <Brief seesTown={hasRole(me, 'presidium', 'admin')} />}
    </ForOffice>
  );
}

function Brief({ seesTown }: { seesTown: boolean }) {
  const today = shanghaiDay(new Date());
  const [day, setDay] = useState(today);
  const [groupId, setGroupId] = useState<string>(TOWN);
  const brief = useLoad(
    () => call('post.brief', { ...(day === '' ? {} : { day }), ...(groupId === TOWN ? {} : { groupId }) }),
    `${day}-${groupId}`,
  );
  return (
    <Page bar={brief.data && brief.data.posts > 0 ? <CopyBrief text={brief.data.text} /> : undefined}>
      <DateField id="brief-day" label="哪一天" value={day} to={today} onChange={setDay} />
      {seesTown ? <GroupChoice value={groupId} onChange={setGroupId} /> : null}
      <BriefText brief={brief} />
    </Page>
  );
}
