import type { Area } from '../kit/serve';

export const duty: Area = { name: 'duty', useCases: {} };
