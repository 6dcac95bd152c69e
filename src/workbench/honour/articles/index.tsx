import { Page } from '../../../platform/page';

export default function ArticlesPage() {
  return <Page>{null}</Page>;
}
