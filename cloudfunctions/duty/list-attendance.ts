import * as contract from '../../contract/duty';
import { readableGroup } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import * as duties from '../store/duties';
import * as groups from '../store/groups';
import { viewAttendance } from './view-attendance';

const DEFAULT_LIMIT = 100;

/** The list in the order of the roster. */
export const listAttendance = useCase(
  contract.attendance,
  async ({ id, status, cursor, limit = DEFAULT_LIMIT }, { caller, now }) => {
    const duty = await duties.get(id);
    const readable = readableGroup(duty, caller);
    if (!readable) throw new DomainError('FORBIDDEN', { message: '签到名单由召集活动的人查看' });
    const [page, names] = await Promise.all([
      attendances.listPage(id, { groupId: readable.groupId, status, cursor, limit }),
      groups.namesById(),
    ]);
    return {
      items: page.items.map((one) => viewAttendance(duty, one, { caller, now, names })),
      nextCursor: page.nextCursor,
    };
  },
);
