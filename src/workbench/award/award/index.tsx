import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function AwardPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
