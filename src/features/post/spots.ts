import type { Spot } from '../../../domain/caption';
import { CallError } from '../../platform/call-error';

const isSpot = (value: unknown): value is Spot => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, found, at, length } = value as Partial<Record<keyof Spot, unknown>>;
  return [typeof kind, typeof found, typeof at, typeof length].join() === 'string,string,number,number';
};

/** What made the function stop the text (CONTENT_REJECTED); empty for every other refusal. */
export function spotsOf(details: Readonly<Record<string, unknown>>): Spot[] {
  const { spots } = details;
  return Array.isArray(spots) ? spots.filter(isSpot) : [];
}

export const spotsOfError = (error: unknown): Spot[] =>
  error instanceof CallError && error.code === 'CONTENT_REJECTED' ? spotsOf(error.details) : [];
