import { useState } from 'react';
import { hasRole } from '../../../../domain/caller';
import type { ContactWay } from '../../../../domain/wish';
import { ForOffice } from '../../../features/account/for-office';
import { Tabs } from '../../../components/tabs';
import { Page } from '../../../platform/page';
import { CallBackList } from './call-back-list';
import type { CallBackKind } from './call-back';
import './call-backs.scss';

const kinds = [
  { value: 'callBack', label: '待回访' },
  { value: 'callBackMerged', label: '并案' },
  { value: 'followUp', label: '满 28 天' },
] as const satisfies readonly { value: CallBackKind; label: string }[];

export default function CallBacksPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'liaison', 'presidium')}
      title="这里是回访心愿人的地方"
      text="组长、联络员和主席团在这里打电话或上门问一问：解决了没有、满不满意。您当前的身份不能使用。"
    >
      {() => <CallBacks />}
    </ForOffice>
  );
}

function CallBacks() {
  const [kind, setKind] = useState<CallBackKind>('callBack');
  const [way, setWay] = useState<ContactWay>('phone');
  return (
    <Page>
      <Tabs<CallBackKind> label="哪一种回访" options={kinds} value={kind} onChange={setKind} />
      <CallBackList key={kind} kind={kind} way={way} onWay={setWay} />
    </Page>
  );
}
