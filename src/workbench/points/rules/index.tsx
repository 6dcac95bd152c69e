import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { RulesByPart } from '../../../features/points/rules';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { useMe } from '../../../platform/use-me';
import { ChangeLog } from './change-log';
import { Editor } from './editor';
import './rules.scss';

const maySeeVersions = (me: Me | null): boolean => hasRole(me, 'representative', 'liaison', 'presidium', 'admin');

/** 积分规则: everybody reads what holds, representatives what has been changed, and the presidium changes it. */
export default function RulesPage() {
  const me = useMe();
  const seesVersions = maySeeVersions(me);
  const loaded = useLoad(
    async () => {
      const [rules, versions] = await Promise.all([
        call('points.rules', {}),
        seesVersions ? call('points.ruleVersions', {}) : null,
      ]);
      return { rules, versions };
    },
    seesVersions ? 'versions' : 'rules',
  );
  const { state, data, error, reload } = loaded;
  if (!data) {
    return (
      <Page wide>
        {state === 'loading' ? <LoadingSkeleton /> : <ErrorState message={error?.message ?? ''} onRetry={reload} />}
      </Page>
    );
  }
  const { rules, versions } = data;
  if (versions?.mayEdit) return <Editor versions={versions} onReload={reload} />;
  return (
    <Page>
      <RulesByPart rules={rules} />
      {versions ? <ChangeLog versions={versions} /> : null}
    </Page>
  );
}
