import { DomainError } from '../../domain/errors';
import * as departments from '../store/departments';

/** The department that an input names in this field; throws INVALID_INPUT when there is none. */
export async function knownDepartment(
  id: string,
  field: 'departmentId' | 'suggestDepartmentId' = 'departmentId',
): Promise<departments.DepartmentDoc> {
  const found = await departments.find(id);
  if (!found) throw new DomainError('INVALID_INPUT', { details: { [field]: '没有这个职能部门，请从列表中选择' } });
  return found;
}
