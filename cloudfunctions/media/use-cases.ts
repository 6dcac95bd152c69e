import type { Area } from '../kit/serve';
import { acceptMedia } from './accept-media';
import { discardMedia } from './discard-media';

export const media: Area = { name: 'media', useCases: { accept: acceptMedia, discard: discardMedia } };
