import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { useSettings } from '../../../features/account/use-settings';
import { DeskNav, viewsOf } from '../../../features/desk/desk-nav';
import { ForOffice } from '../../../features/account/for-office';
import { ledgerScope, type LedgerScope } from '../../../features/representative/ledger-scope';
import { Page } from '../../../platform/page';
import { ImportPanel } from './import-panel';
import { noFilters, useDesk } from './ledger-filters';
import { LedgerPanel } from './ledger-panel';
import { OverduePanel } from './overdue-panel';
import type { ImportKind } from './use-import';
import { ReportsPanel } from './reports-panel';
import './desk.scss';
import './desk-print.scss';

export default function DeskPage() {
  return (
    <ForOffice
      mayUse={(me) => ledgerScope(me) !== null}
      title="这里是管理台账的地方"
      text="组长、联络员可以查看和导出本小组的台账，镇人大主席团和管理员可以导入导出全镇的台账。您当前的身份不能使用。"
      wide
    >
      {(me) => <Desk me={me} scope={ledgerScope(me) ?? 'group'} />}
    </ForOffice>
  );
}

/** Orders are the presidium's own; 系统管理员 brings in the roster and the ledger. */
const importsOf = (me: Me): readonly ImportKind[] =>
  hasRole(me, 'presidium') ? ['ledger', 'roster', 'orders', 'attendance'] : ['ledger', 'roster', 'attendance'];

function Desk({ me, scope }: { me: Me; scope: LedgerScope }) {
  const { view, filters, show, change } = useDesk(viewsOf(me));
  const [imports, setImports] = useState(0);
  const settings = useSettings();
  // On paper it must say which town's it is.
  const whose = scope === 'town' ? (settings.data?.town ?? '全镇') : (me.groupName ?? '本小组');
  return (
    <Page wide>
      <View className="desk">
        <DeskNav me={me} view={view} onView={show} />
        {view === 'overview' ? (
          <ReportsPanel key={imports} onRows={(narrowed) => change({ ...noFilters, ...narrowed })} />
        ) : null}
        {view === 'ledger' ? (
          <LedgerPanel me={me} scope={scope} whose={whose} filters={filters} onChange={change} />
        ) : null}
        {view === 'overdue' ? <OverduePanel me={me} scope={scope} whose={whose} /> : null}
        {view === 'import' ? <ImportPanel kinds={importsOf(me)} onImported={() => setImports(imports + 1)} /> : null}
      </View>
    </Page>
  );
}
