import { useCallback, useEffect, useRef, useState } from 'react';
import type { Camera } from './camera';
import { cropped } from './crop';

const wanted = { video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } }, audio: false };

/** Only pages that came over https, or from this machine, are given a camera. */
const devices = (): MediaDevices | undefined => (navigator as { mediaDevices?: MediaDevices }).mediaDevices;

export function useBrowserCamera(): Camera {
  const [state, setState] = useState<Camera['state']>('opening');
  const [stream, setStream] = useState<MediaStream | null>(null);
  const video = useRef<HTMLVideoElement | null>(null);

  useEffect(() => {
    let isThere = true;
    let opened: MediaStream | null = null;
    const stop = (some: MediaStream) => some.getTracks().forEach((track) => track.stop());
    const openCamera = async () => {
      const camera = devices();
      if (!camera) return setState('none');
      opened = await camera.getUserMedia(wanted);
      if (!isThere) return stop(opened);
      setStream(opened);
    };
    openCamera().catch(() => setState('none'));
    return () => {
      isThere = false;
      if (opened) stop(opened);
    };
  }, []);

  const attach = useCallback(
    (element: HTMLVideoElement | null) => {
      video.current = element;
      if (element && stream) element.srcObject = stream;
    },
    [stream],
  );

  const shoot = async (shape: number) => {
    const element = video.current;
    if (!element || element.videoWidth === 0) throw new Error('the camera shows nothing yet');
    return cropped(element, { width: element.videoWidth, height: element.videoHeight }, shape);
  };
  // Only once it shows something: a press before the first picture would take nothing.
  const view = (
    <video
      ref={attach}
      className="camera__layer"
      autoPlay
      playsInline
      muted
      onLoadedData={() => setState((now) => (now === 'opening' ? 'live' : now))}
    />
  );
  return { state, shoot, view };
}
