import { Page } from '../../../platform/page';

export default function ArticlePage() {
  return <Page>{null}</Page>;
}
