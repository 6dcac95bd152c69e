import { LoadingSkeleton } from '../../../components/states';
import { Page } from '../../../platform/page';

export default function CampaignPage() {
  return (
    <Page>
      <LoadingSkeleton />
    </Page>
  );
}
