import type { Area } from '../kit/serve';
import { acceptMedia } from './accept-media';

export const media: Area = { name: 'media', useCases: { accept: acceptMedia } };
