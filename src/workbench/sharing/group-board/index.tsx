import { Page } from '../../../platform/page';

export default function GroupBoardPage() {
  return <Page>{null}</Page>;
}
