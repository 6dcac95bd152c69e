import type { Area } from '../kit/serve';
import { getBoard } from './get-board';
import { listEntries } from './list-entries';

export const points: Area = { name: 'points', useCases: { board: getBoard, entries: listEntries } };
