import * as contract from '../../contract/award';
import { choiceProblem } from '../../domain/award';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { chineseDate } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { refuseSpots } from '../kit/refuse-spots';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { announcedOf, isChecked } from './announcing';
import { moveAward } from './move-award';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

const refuse = (message: string): DomainError =>
  new DomainError('INVALID_INPUT', { message, details: { chosen: message } });

const namesOf = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join('、');

/** 公示: what the presidium chose, looked at once more against the quota, the vetoes and the checks. */
export const announceChoice = useCase(contract.announce, async ({ id, rev, chosen, note }, context) => {
  const { caller, now, host } = context;
  for (const { summary } of chosen) refuseSpots(summary ?? '', { field: 'chosen', name: '事迹简介', next: '再公示' });
  await checkText(host, note, ...chosen.map(({ summary }) => summary));
  const award = await awards.get(id);
  const ids = chosen.map(({ representativeId }) => representativeId);
  const people = award.candidates.filter(({ representativeId }) => ids.includes(representativeId));
  const announced = await announcedOf(award, people, now, chosen);
  const until = announced[0]?.until ?? now;
  const moved = await moveAward({
    // Whom it named stays on record, when it is reconsidered too.
    ...{ move: 'announce', award, caller, now, rev, note: [namesOf(people), note].filter(Boolean).join('。') },
    change: async (tx) => {
      const standing = await standOf(award, tx);
      const problem = choiceProblem(standing.candidates, award.plan.seats, ids);
      if (problem !== null) throw refuse(problem);
      const unchecked = people.find(({ representativeId }) => !isChecked(award, representativeId));
      if (unchecked) throw refuse(`${unchecked.name}的纪律核查还没有登记并经第二人确认`);
      return { ...standing, announced, round: award.round + 1, noticeUntil: until, dueAt: until };
    },
    tell: ({ name }) => [
      {
        to: announced.map(({ representativeId }) => mailbox.representative(representativeId)),
        text: `您已列入${name}拟表彰人选，公示到${chineseDate(until)}`,
      },
    ],
  });
  return viewAward(moved, context);
});
