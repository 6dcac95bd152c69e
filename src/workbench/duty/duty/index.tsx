import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function DutyPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
