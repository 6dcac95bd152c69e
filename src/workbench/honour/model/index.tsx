import { Page } from '../../../platform/page';

export default function ModelPage() {
  return <Page>{null}</Page>;
}
