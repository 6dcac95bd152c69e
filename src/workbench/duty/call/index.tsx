import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function CallPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
