import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function ArchivePage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
