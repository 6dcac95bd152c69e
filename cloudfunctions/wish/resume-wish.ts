import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import { isClaimer } from '../../domain/wish-actors';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { resumedChange } from '../store/wish-changes';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { mailboxesOfDepartments, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 恢复办理 before the agreed day; on the day itself the clock does it. */
export const resumeWish = useCase(contract.resume, async ({ id, note }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('resume', asWish(wish), caller, now);
  await checkText(host, note);
  const role = isClaimer(asWish(wish), caller) ? 'representative' : leadingAs(caller);
  const resumed = await wishes.moveIfUnchanged(
    wish,
    await resumedChange(wish, now),
    timelineLine(role, caller, now, moves.resume.line, { note }),
    (tx, after) => {
      const told = ['claimer', 'submitter', 'liaison', mailboxesOfDepartments(after)] as const;
      return tellOthers(after, [...told], '暂缓结束，恢复办理', { caller, now }, tx);
    },
  );
  return { wish: await viewWish(resumed ?? (await refuseStale('resume', id, caller, now)), caller, now, host) };
});
