import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function AbsencesPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
