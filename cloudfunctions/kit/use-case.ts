/** Binds a use case to its declaration in the contract; kit/serve does the rest. */
import type { z } from 'zod';
import type { Access, Action, Audited } from '../../contract/action';
import type { Caller } from '../../domain/caller';
import type { Host } from '../host/host';

export interface Context<Who extends Caller | null = Caller> {
  /** null only where the contract lets anyone call. */
  caller: Who;
  now: Date;
  /** Twelve characters of A–Z a–z 0–9 - _, unguessable. */
  newId: () => string;
  host: Host;
}

type Who<A extends Access> = A extends 'anyone' ? Caller | null : Caller;

export interface UseCase {
  action: Action;
  handle: (input: never, context: Context<never>) => Promise<unknown>;
}

export function useCase<A extends Access, I extends z.ZodType, O extends z.ZodType>(
  action: { access: A; input: I; output: O; audited?: Audited },
  handle: (input: z.output<I>, context: Context<Who<A>>) => Promise<z.input<O>>,
): UseCase {
  return { action, handle };
}
