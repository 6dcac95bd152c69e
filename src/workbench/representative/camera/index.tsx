import { Page } from '../../../platform/page';

export default function CameraPage() {
  return <Page>{null}</Page>;
}
