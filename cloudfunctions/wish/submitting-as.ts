import type { Caller, Role } from '../../domain/caller';

/** A wisher is 居民 whoever they are otherwise; one who writes down another's wish acts in their office. */
export function submittingAs(wish: { selfSubmitted: boolean }, { roles }: Caller): Role {
  if (wish.selfSubmitted) return 'resident';
  const offices = ['representative', 'presidium', 'department', 'admin'] as const;
  return offices.find((office) => roles.includes(office)) ?? 'resident';
}
