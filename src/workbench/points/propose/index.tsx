import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function ProposePage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
