import { Page } from '../../../platform/page';

export default function BlurPage() {
  return <Page>{null}</Page>;
}
