import type { ReactNode } from 'react';
import type { Chosen } from '../../../platform/chosen';

export interface Camera {
  /** none: there is no camera here, or it was refused. */
  state: 'opening' | 'live' | 'none';
  /** What was seen in a frame of this shape, width by height. */
  shoot: (shape: number) => Promise<Chosen>;
  /** What the camera sees, for the page to show. */
  view: ReactNode;
}
