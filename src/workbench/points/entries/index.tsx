import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function EntriesPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
