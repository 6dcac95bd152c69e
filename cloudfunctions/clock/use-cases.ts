import type { Area } from '../kit/serve';
import { runClock } from './run-clock';

export const clock: Area = { name: 'clock', useCases: { run: runClock } };
