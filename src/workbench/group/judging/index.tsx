import { Page } from '../../../platform/page';

export default function JudgingPage() {
  return <Page>{null}</Page>;
}
