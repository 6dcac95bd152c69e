/** A town whose 2026 is frozen, for the tests of this area. */
import { account } from '../../../cloudfunctions/account/use-cases';
import { award } from '../../../cloudfunctions/award/use-cases';
import { clock } from '../../../cloudfunctions/clock/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { media } from '../../../cloudfunctions/media/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { absences } from '../../../cloudfunctions/store/absences';
import * as accounts from '../../../cloudfunctions/store/accounts';
import { inTransaction } from '../../../cloudfunctions/store/database';
import { payOnce } from '../../../cloudfunctions/store/points-book';
import { pointsPeriods, pointsSnapshots } from '../../../cloudfunctions/store/points-periods';
import * as representatives from '../../../cloudfunctions/store/representatives';
import type { AwardView } from '../../../contract/award-views';
import type { Input } from '../../../contract/contract';
import type { RuleCode } from '../../../domain/points-rules';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, signInAs, type Cast, type Person } from '../../support/town';

export const at = (day: string): Date => new Date(`${day}+08:00`);

export interface AwardTown {
  functions: Functions;
  cast: Cast & { leader: Person; otherLeader: Person; member2: Person; insider: Person };
  token: (who: Person) => string;
  /** The award as this person then finds it. */
  seen: (who: Person | null, id: string) => Promise<AwardView>;
}

export async function anAwardTown(): Promise<AwardTown> {
  const functions = await startFunctions([account, award, clock, media, notice], { now: at('2026-12-20T09:00:00') });
  await aTown(functions);
  const token = ({ accountId }: Person): string => functions.host.issueToken(accountId);
  const cast = {
    ...(await aCast(functions)),
    leader: await signInAs(functions, 'liaison', 'g1-leader'),
    otherLeader: await signInAs(functions, 'liaison', 'g2-leader'),
    member2: await signInAs(functions, 'representative', 'g1-member2'),
    insider: await anInsider(functions),
  };
  return {
    functions,
    cast,
    token,
    seen: async (who, id) => (await functions.call('award.get', { id }, who ? token(who) : undefined)).award,
  };
}

/** Somebody of the presidium who is a representative, too. */
async function anInsider(functions: Functions): Promise<Person> {
  const accountId = newId();
  await accounts.ensureOnce({
    ...{ _id: accountId, identity: `device:${accountId}`, name: '顾秀英', granted: ['presidium'] },
    ...{ representativeId: 'g2-liaison', createdAt: new Date(0) },
  });
  return { accountId, token: functions.host.issueToken(accountId) };
}

export const book = (representativeId: string, rule: RuleCode, grade?: string): Promise<void> =>
  inTransaction((tx) =>
    payOnce(
      {
        ...{ id: newId(), rule, representativeId, groupId: representativeId.slice(0, 2) },
        at: at('2026-11-20T10:00:00'),
        ...(grade === undefined ? {} : { amount: { grade } }),
        ref: { kind: 'proposal', id: newId(), label: '年终核查' },
        ...{ reason: '重复使用同一张照片', by: 'system' },
      },
      tx,
    ),
  );

/** Points of the year as they were frozen. */
const frozenTenths: Readonly<Record<string, number>> = {
  'g1-leader': 900,
  'g1-liaison': 800,
  'g1-member': 950,
  'g1-member2': 500,
  'g2-leader': 700,
  'g2-liaison': 820,
  'g2-member': 820,
  'g2-member2': 0,
};

/** 述职 held by all; member of g1 faked a photo; member2 of g1 was away for half the year. */
export async function freezeYear(): Promise<void> {
  for (const id of Object.keys(frozenTenths)) await book(id, 'G4', '测评称职');
  await book('g1-member', 'D7');
  await (
    await absences()
  ).insertOne({
    ...{ _id: newId(), representativeId: 'g1-member2', groupId: 'g1', kind: 'sick', reason: '住院休养' },
    ...{ from: '2026-01-01', until: '2026-07-02', status: 'confirmed' },
    proposed: { accountId: 'a', who: '代表小组 陈志明', at: at('2026-01-02T09:00:00') },
  });
  const roster = await representatives.listByIds(Object.keys(frozenTenths));
  await (
    await pointsSnapshots()
  ).insertMany(
    roster.map(({ _id, name, groupId }, index) => ({
      ...{ _id: `2026:representative:${_id}`, period: '2026', by: 'representative' as const, ownerId: _id },
      ...{ name, groupId, groupName: groupId === 'g1' ? '江东代表小组' : '江西代表小组', rank: index + 1 },
      ...{ tenths: frozenTenths[_id] ?? 0, head: { seq: 1, hash: `hash-${_id}` } },
    })),
  );
  await (
    await pointsPeriods()
  ).insertOne({
    ...{ _id: '2026', kind: 'year', complete: true, entries: 9, heads: 'digest' },
    frozenAt: at('2027-01-04T00:00:00'),
  });
}

export const aPlan = (set: Partial<Input<'award.publish'>> = {}): Input<'award.publish'> => ({
  ...{ name: '2026年度最美代表', year: '2026', quotaKind: 'percent', quotaValue: 30 },
  ...{ excludedLevels: [], excluded: [{ representativeId: 'g2-leader', reason: '乡镇领导干部' }] },
  ...{ minPresentDays: 100, byPoints: 2, byNomination: 1, ties: 'deeds' },
  ...{ nominateUntil: '2027-01-15', needsHearing: true },
  ...set,
});

export const REASON =
  '全年走访群众一百二十余户，牵头为独居老人安装扶手、协调修好村口路灯，群众有口皆碑，工作扎实，不图名利，特此推荐。';
