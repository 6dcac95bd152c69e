import type { Area } from '../kit/serve';
import { getBoard } from './get-board';
import { listEntries } from './list-entries';
import { listRules } from './list-rules';

export const points: Area = { name: 'points', useCases: { board: getBoard, entries: listEntries, rules: listRules } };
