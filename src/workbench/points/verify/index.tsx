import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function VerifyPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
