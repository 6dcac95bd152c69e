import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function DutiesPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
