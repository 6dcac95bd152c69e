import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function ProposalsPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
