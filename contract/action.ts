/** How an action of the contract is declared: who may call it at all, what goes in, what comes out. */
import type { z } from 'zod';
import type { Role } from '../domain/caller';

/**
 * `anyone`: no sign-in needed; `signedIn`: any account; a list: one of these roles. What depends on the thing itself
 * (whose wish, which group) is decided in domain/.
 */
export type Access = 'anyone' | 'signedIn' | readonly Role[];

export interface Action<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  access: Access;
  input: Input;
  output: Output;
  /**
   * Written to the append-only audit log: what staff do, and every look at what is private. A list names what of the
   * input the log keeps beyond what it keeps of every action.
   */
  audited?: Audited;
}

export type Audited = true | readonly string[];

/** Keeps the literal types of a declaration. */
export const action = <A extends Access, I extends z.ZodType, O extends z.ZodType>(declared: {
  access: A;
  input: I;
  output: O;
  audited?: Audited;
}): { access: A; input: I; output: O; audited?: Audited } => declared;
