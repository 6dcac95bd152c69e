import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function DossierPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
