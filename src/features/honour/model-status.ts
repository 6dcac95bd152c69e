/** How a model's status looks. */
import type { ModelStatus } from '../../../domain/model';
import type { Tone } from '../../components/tag';

export const modelTones = {
  drafting: 'blue',
  signing: 'amber',
  signed: 'amber',
  published: 'green',
  none: 'plain',
} as const satisfies Record<ModelStatus, Tone>;
