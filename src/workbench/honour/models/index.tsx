import { Page } from '../../../platform/page';

export default function ModelsPage() {
  return <Page>{null}</Page>;
}
