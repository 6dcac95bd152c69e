import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function PlanPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
