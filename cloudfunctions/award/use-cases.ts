import type { Area } from '../kit/serve';

export const award: Area = { name: 'award', useCases: {} };
