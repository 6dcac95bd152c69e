import type { Area } from '../kit/serve';

export const campaign: Area = { name: 'campaign', useCases: {} };
