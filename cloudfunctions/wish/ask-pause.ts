import * as contract from '../../contract/wish-work';
import { chineseDate, startOfDay } from '../../domain/time';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { checkResumeOn } from './check-resume-on';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 申请暂缓: the claimer proposes a reason and a day; until a leader agrees the clock runs on. */
export const askPause = useCase(contract.askPause, async ({ id, reason, resumeOn: day }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('askPause', asWish(wish), caller, now);
  const resumeOn = startOfDay(day) ?? now;
  checkResumeOn(resumeOn, now);
  await checkText(host, reason);
  const line = timelineLine('representative', caller, now, moves.askPause.line, {
    note: `至 ${chineseDate(resumeOn)}：${reason}`,
  });
  const asked = await wishes.moveIfUnchanged(
    wish,
    { pauseRequest: { who: line.who, at: now, reason, resumeOn } },
    line,
    (tx, after) =>
      tellOthers(after, ['liaison'], `${line.who}申请暂缓至 ${chineseDate(resumeOn)}：${reason}`, { caller, now }, tx),
  );
  return { wish: await viewWish(asked ?? (await refuseStale('askPause', id, caller, now)), caller, now, host) };
});
