import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function AwardsPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
