/** What is filled in to call people together, and the call that is made with it. */
import type { Me } from '../../../../contract/account';
import type { Input } from '../../../../contract/contract';
import type { DutyView } from '../../../../contract/duty-views';
import { hasRole } from '../../../../domain/caller';
import type { Called, DutyKind } from '../../../../domain/duty';
import { addDays, shanghaiDay } from '../../../../domain/time';
import { clockText } from '../../../platform/dates';

export interface Filled {
  kind: DutyKind;
  title: string;
  place: string;
  day: string;
  from: string;
  untilDay: string;
  until: string;
  halfDays: string;
  called: Called;
  groupId: string;
  people: string[];
  /** '' is none; null leaves it to the function, which takes the only one that runs. */
  campaignId: string | null;
}

export function freshCall(me: Me): Filled {
  const tomorrow = shanghaiDay(addDays(new Date(), 1));
  const isTown = hasRole(me, 'presidium');
  return {
    ...{ kind: isTown ? 'meeting' : 'groupActivity', title: '', place: '' },
    ...{ day: tomorrow, from: '09:00', untilDay: tomorrow, until: '11:30', halfDays: '1' },
    called: isTown ? 'all' : 'group',
    groupId: isTown ? '' : (me.groupId ?? ''),
    people: [],
    campaignId: null,
  };
}

export function filledFrom(duty: DutyView, expected: readonly string[]): Filled {
  const { kind, title, place, from, until, halfDays, called, groupId = '', campaignId = '' } = duty;
  return {
    ...{ kind, title, place, called, groupId, campaignId },
    day: shanghaiDay(new Date(from)),
    from: clockText(from),
    untilDay: shanghaiDay(new Date(until)),
    until: clockText(until),
    halfDays: String(halfDays),
    people: [...expected],
  };
}

/** The instant of a Shanghai day and time; an ISO time that cannot be read is refused by the function. */
const instant = (day: string, time: string): string => `${day}T${time}:00+08:00`;

/** By field of the form, in Chinese; empty when nothing is missing. */
export function missingIn(filled: Filled): Record<string, string> {
  const { title, place, day, from, untilDay, until, halfDays, called, groupId, people } = filled;
  const wrong: Record<string, string> = {};
  if (title.trim().length < 2) wrong.title = '请填写活动名称';
  if (place.trim() === '') wrong.place = '请填写地点';
  if (day === '' || from === '') wrong.from = '请选择开始的日期和时间';
  if (untilDay === '' || until === '') wrong.until = '请选择结束的日期和时间';
  else if (instant(untilDay, until) <= instant(day, from)) wrong.until = '结束时间应在开始时间之后';
  if (!/^\d{1,2}$/.test(halfDays) || Number(halfDays) < 1 || Number(halfDays) > 20) wrong.halfDays = '填 1 到 20';
  if (called === 'group' && groupId === '') wrong.groupId = '请选择代表小组';
  if (called === 'people' && people.length === 0) wrong.expected = '请选择参加的代表';
  return wrong;
}

export function toSave(filled: Filled): Omit<Input<'duty.save'>, 'id' | 'rev' | 'clientToken'> {
  const { kind, title, place, day, from, untilDay, until, halfDays, called, groupId, people, campaignId } = filled;
  return {
    ...{ kind, title, place },
    from: instant(day, from),
    until: instant(untilDay, until),
    halfDays: kind === 'meeting' ? Number(halfDays) : 1,
    expected: called === 'people' ? people : called,
    ...(groupId === '' ? {} : { groupId }),
    ...(campaignId === null ? {} : { campaignId: campaignId === '' ? null : campaignId }),
  };
}
