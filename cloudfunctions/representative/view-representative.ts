import type { RepresentativeView } from '../../contract/representative';
import type { RepresentativeDoc } from '../store/representatives';

/** What everybody may see of a representative; the phone stays inside. */
export function viewRepresentative(doc: RepresentativeDoc, groupName: string): RepresentativeView {
  const { _id, name, level, position, groupId, occupation, strengths, villages } = doc;
  return { id: _id, name, level, position, groupId, groupName, occupation, strengths, villages };
}
