import { Page } from '../../../platform/page';

export default function OutboxPage() {
  return <Page>{null}</Page>;
}
