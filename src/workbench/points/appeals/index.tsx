import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function AppealsPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
