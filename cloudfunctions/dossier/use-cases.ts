import type { Area } from '../kit/serve';

export const dossier: Area = { name: 'dossier', useCases: {} };
