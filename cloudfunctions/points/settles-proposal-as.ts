import { actingAs } from '../../domain/acting';
import { hasRole, type Caller } from '../../domain/caller';
import type { PointsProposalDoc } from '../store/points-proposals';

/** In which capacity somebody settles it: the office's, the group's, or as the person who takes their own back. */
export function settlesAs({ representativeId }: PointsProposalDoc, caller: Caller): string {
  if (caller.representativeId === representativeId) return actingAs('representative', caller);
  if (hasRole(caller, 'presidium')) return actingAs('presidium', caller);
  return actingAs(hasRole(caller, 'admin') ? 'admin' : 'liaison', caller);
}
