import { nextUp } from '../../domain/award';
import { wrongAwardState } from '../../domain/award-moves';
import { mailbox } from '../../domain/mailbox';
import { chineseDate } from '../../domain/time';
import type { Announced, AwardChange, AwardDoc } from '../store/awards';
import type { Tx } from '../store/database';
import { announcedOf, isChecked, lastUntil, standingOf } from './announcing';
import { asAward, type Told } from './move-award';
import { standOf } from './stand-of';

interface TakingOff {
  representativeId: string;
  reason: string;
  who: string;
  now: Date;
  moveUp: boolean;
}

interface TakenOff {
  change: AwardChange;
  tell: Told[];
}

/** Takes a person off 公示; where wanted, the next by 折算分 moves up, and their own five working days begin. */
export async function takeOff(award: AwardDoc, off: TakingOff, tx: Tx): Promise<TakenOff> {
  const { representativeId, reason, who, now, moveUp } = off;
  const left = standingOf(award.announced).find((one) => one.representativeId === representativeId);
  if (!left) throw wrongAwardState(asAward(award), '这位代表已经不在公示名单中');
  const removed = { reason, who, at: now };
  const others = award.announced.map((one) => (one === left ? { ...one, removed } : one));
  const { added, standing } = moveUp ? await movedUp(award, now, tx) : { added: [], standing: {} };
  const announced = [...others, ...added];
  const until = lastUntil(announced);
  return {
    change: { ...standing, announced, noticeUntil: until, dueAt: until },
    tell: [
      { to: [mailbox.representative(representativeId)], text: `您已从${award.name}公示名单中撤下：${reason}` },
      ...added.map((one) => ({
        to: [mailbox.representative(one.representativeId)],
        text: `您已递补为${award.name}拟表彰人选，公示到${chineseDate(one.until)}`,
      })),
    ],
  };
}

async function movedUp(award: AwardDoc, now: Date, tx: Tx) {
  const standing = await standOf(award, tx);
  const checked = standing.candidates.filter(({ representativeId }) => isChecked(award, representativeId));
  const next = nextUp(checked, new Set(award.announced.map(({ representativeId }) => representativeId)));
  if (!next) throw wrongAwardState(asAward(award), '没有可以递补的候选人：其余候选人没有通过核查，或者核查还没有确认');
  const added: Announced[] = await announcedOf(award, [next], now);
  return { added, standing };
}
