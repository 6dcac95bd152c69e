import { choosePhotos } from '../../platform/choose-photos';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { isH5 } from '../../platform/transport';
import { handOver } from './handover';

/**
 * 晒一单: the camera at once, then the publish page with the photo in place. Called within the tap's own handler, or a
 * browser opens no camera. Whoever closes the camera finds the page with its big camera button.
 */
export async function startPost(wishId?: string): Promise<void> {
  const choosing = choosePhotos('camera', 1);
  const openPage = () => open(routes.publish, wishId === undefined ? {} : { wishId });
  // Browsers of before 2023 do not say that the camera was closed: the page waits for the photo, not the other way round.
  if (isH5) openPage();
  handOver(await choosing);
  if (!isH5) openPage();
}
