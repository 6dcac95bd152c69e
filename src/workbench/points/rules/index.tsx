import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function RulesPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
