import { Page } from '../../../platform/page';

export default function PosterPage() {
  return <Page>{null}</Page>;
}
