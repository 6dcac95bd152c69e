import { Page } from '../../../platform/page';

export default function BriefPage() {
  return <Page>{null}</Page>;
}
