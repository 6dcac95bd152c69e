import * as contract from '../../contract/points-proposals';
import { absenceLabels, checkSpan, mayProposeAbsence } from '../../domain/absence';
import { actingAs, leadingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { startOfDay } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as absences from '../store/absences';
import * as notices from '../store/notices';
import * as representatives from '../store/representatives';
import { viewAbsence } from './view-absence';

/** 不在岗时段: days on which nobody is measured, once a second person has confirmed them. */
export const proposeAbsence = useCase(contract.proposeAbsence, async (input, { caller, now, newId, host }) => {
  const earlier = await absences.findByToken(caller.accountId, input.clientToken);
  if (earlier) return viewAbsence(earlier, caller);
  const { representativeId, kind, from, until, reason, clientToken } = input;
  const person = await representatives.get(representativeId);
  const whose = { representativeId, groupId: person.groupId };
  if (!mayProposeAbsence(whose, caller)) {
    throw new DomainError('FORBIDDEN', { message: '只能为本人提出，组长、联络员可以为本组代表提出' });
  }
  for (const [field, day] of Object.entries({ from, until })) {
    if (day !== undefined && !startOfDay(day))
      throw new DomainError('INVALID_INPUT', { details: { [field]: '没有这一天' } });
  }
  checkSpan({ from, ...defined({ until }) });
  await checkText(host, reason);
  const isOwn = caller.representativeId === representativeId;
  const proposed = {
    accountId: caller.accountId,
    who: actingAs(isOwn ? 'representative' : leadingAs(caller), caller),
    at: now,
  };
  const doc: absences.AbsenceDoc = {
    _id: newId(),
    ...whose,
    ...{ kind, from, reason, proposed, clientToken, status: 'proposed' },
    ...defined({ until }),
  };
  const desk = [mailbox.leader(person.groupId), mailbox.presidium()];
  const span = until === undefined ? `${from}起` : `${from}至${until}`;
  const text = `${person.name}${absenceLabels[kind]}（${span}），请核实后确认`;
  const kept = await absences.insertOnce(doc, (tx) =>
    notices.tell(desk, { about: about('absence', doc._id), text }, now, tx),
  );
  return viewAbsence(kept, caller);
});
