import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function CampaignsPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
