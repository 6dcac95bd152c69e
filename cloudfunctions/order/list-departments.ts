import * as contract from '../../contract/order';
import { useCase } from '../kit/use-case';
import * as departments from '../store/departments';

/** 职能部门, in the town's own order. */
export const listDepartments = useCase(contract.departments, async () => ({
  items: (await departments.listAll()).map(({ _id, name }) => ({ id: _id, name })),
}));
