import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { ForOffice } from '../../../features/account/for-office';
import { readSpan, type Offered, type YearOrTerm } from '../../../features/dossier/span-choice';
import { PrintButton } from '../../../features/dossier/print-button';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { ChoosePerson } from './choose-person';
import { DossierView } from './dossier-view';
import { SpanField } from './span-field';
import './dossier.scss';

/** 履职档案: one's own, or another's for those who may look. */
export default function DossierPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里是代表的履职档案"
      text="由代表本人、组长、联络员和镇人大主席团查看。"
    >
      {(me) => <Dossiers me={me} />}
    </ForOffice>
  );
}

function Dossiers({ me }: { me: Me }) {
  const { params } = useRouter();
  const [person, setPerson] = useState(params.representativeId ?? me.representativeId ?? null);
  const offered = useLoad(() => call('dossier.terms', {}), 'terms');
  if (offered.state === 'loading') {
    return (
      <Page>
        <LoadingSkeleton />
      </Page>
    );
  }
  if (!offered.data) {
    return (
      <Page>
        <ErrorState message={offered.error?.message ?? ''} onRetry={offered.reload} />
      </Page>
    );
  }
  const { term, year = offered.data.years[0] ?? '' } = params;
  const first: YearOrTerm = term === undefined ? { year } : { term };
  if (person === null) {
    return (
      <Page>
        <ChoosePerson me={me} mayArchive={offered.data.mayArchive} onChoose={setPerson} />
      </Page>
    );
  }
  const choose = hasRole(me, 'liaison', 'presidium', 'admin') ? () => setPerson(null) : undefined;
  return <OneDossier key={person} person={person} offered={offered.data} first={first} onChooseAnother={choose} />;
}

interface OneProps {
  person: string;
  offered: Offered;
  first: YearOrTerm;
  onChooseAnother: (() => void) | undefined;
}

function OneDossier({ person, offered, first, onChooseAnother }: OneProps) {
  const [span, setSpan] = useState(first);
  const load = async () => (await call('dossier.get', { representativeId: person, ...span })).dossier;
  const { state, data, error, reload } = useLoad(load, `${person}|${JSON.stringify(span)}`);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  return (
    <Page bar={data ? <PrintButton dossier={data} span={span} /> : undefined}>
      <SpanField offered={offered} span={span} onChange={(key) => setSpan(readSpan(key))} />
      {state === 'loading' ? <LoadingSkeleton /> : null}
      {error ? <ErrorState message={error.message} onRetry={reload} /> : null}
      {data ? <DossierView dossier={data} onChooseAnother={onChooseAnother} /> : null}
    </Page>
  );
}
