import { View } from '@tarojs/components';
import { useState } from 'react';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { ledgerScope } from '../../../features/representative/ledger-scope';
import { everything, isBackwards, toSpan } from '../../../features/report/span';
import { SpanPicker } from '../../../features/report/span-picker';
import { call } from '../../../platform/call';
import { openTab } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { BriefingPanel } from './briefing-panel';
import { ImportPanel } from './import-panel';
import { LedgerPanel } from './ledger-panel';
import { OverviewPanel } from './overview-panel';
import './desk.scss';

export default function DeskPage() {
  const me = useLoad(async () => (await call('account.me', {})).me, 'me');
  const [imports, setImports] = useState(0);
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
  const scope = ledgerScope(me.data);
  if (scope === null) return <Refused />;
  return (
    <Page wide>
      <View className="desk">
        <View className="desk__columns">
          <Reports imports={imports} />
          {scope === 'town' ? (
            <View className="desk__column">
              <ImportPanel onImported={() => setImports(imports + 1)} />
            </View>
          ) : null}
        </View>
        <LedgerPanel key={imports} scope={scope} groupName={me.data.groupName} />
      </View>
    </Page>
  );
}

/** `imports` counts what has been brought in meanwhile: the figures are then other ones. */
function Reports({ imports }: { imports: number }) {
  const [span, setSpan] = useState(everything);
  const asked = toSpan(span);
  const key = isBackwards(span) ? null : `${imports}:${JSON.stringify(asked)}`;
  const overview = useLoad(() => call('report.overview', asked), key);
  const briefing = useLoad(async () => (await call('report.briefing', asked)).text, key);
  return (
    <View className="desk__column desk__column--wide">
      <View className="desk__controls">
        <SpanPicker id="span" span={span} onChange={setSpan} />
      </View>
      <OverviewPanel overview={overview} />
      <BriefingPanel briefing={briefing} />
    </View>
  );
}

function Refused() {
  return (
    <Page>
      <EmptyState
        title="这里是管理台账的地方"
        text="组长、联络员可以查看和导出本小组的台账，镇人大主席团和管理员可以导入导出全镇的台账。您当前的身份不能使用。"
        action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
      />
    </Page>
  );
}
