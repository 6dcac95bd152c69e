/** A town in which one representative has a full year, for the tests of this area. */
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { account } from '../../../cloudfunctions/account/use-cases';
import { clock } from '../../../cloudfunctions/clock/use-cases';
import { dossier } from '../../../cloudfunctions/dossier/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { absences } from '../../../cloudfunctions/store/absences';
import { inTransaction } from '../../../cloudfunctions/store/database';
import { attendances, type AttendanceDoc } from '../../../cloudfunctions/store/duties';
import { models, type ModelDoc } from '../../../cloudfunctions/store/models';
import { pointsAppeals } from '../../../cloudfunctions/store/points-appeals';
import { payManyOnce, reverseOnce } from '../../../cloudfunctions/store/points-book';
import { entries } from '../../../cloudfunctions/store/points-entries';
import * as settings from '../../../cloudfunctions/store/settings';
import type { RuleCode } from '../../../domain/points-rules';
import { addDays } from '../../../domain/time';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, signInAs, type Cast, type Person } from '../../support/town';

export const at = (day: string): Date => new Date(`${day}T09:00:00+08:00`);

export interface DossierTown extends Functions {
  cast: Cast & { leader: Person };
  token: (who: Person) => string;
  /** The bytes behind a link. */
  fetched: (url: string) => Promise<Buffer>;
}

export const MEMBER = 'g1-member';

function attendance(day: string, set: Pick<AttendanceDoc, 'kind' | 'title' | 'status'>): AttendanceDoc {
  const dutyId = newId();
  const place = { representativeId: MEMBER, name: '周建平', groupId: 'g1', order: 3, halfDays: 2, settled: true };
  return { ...place, ...set, _id: `${dutyId}:${MEMBER}`, dutyId, at: at(day), until: addDays(at(day), 1) };
}

const paid = (day: string, rule: RuleCode, label: string) => ({
  ...{ id: newId(), rule, representativeId: MEMBER, groupId: 'g1', at: at(day), bookedAt: at(day) },
  ref: { kind: 'proposal' as const, id: newId(), label },
  ...{ reason: label, by: 'system' },
});

/** 2026 of 周建平, with one day on either side of it. */
async function aFullYear(): Promise<void> {
  await (
    await attendances()
  ).insertMany([
    attendance('2025-12-31', { kind: 'meeting', title: '上年会议', status: 'present' }),
    attendance('2026-01-01', { kind: 'meeting', title: '镇人大三次会议', status: 'present' }),
    attendance('2026-03-02', { kind: 'meeting', title: '主席团扩大会议', status: 'absent' }),
    attendance('2026-04-02', { kind: 'inspection', title: '视察河道整治', status: 'present' }),
    attendance('2026-05-02', { kind: 'training', title: '代表法培训', status: 'leave' }),
    attendance('2026-06-02', { kind: 'visit', title: '接待选民日', status: 'present' }),
    attendance('2026-12-31', { kind: 'hearing', title: '向选民述职', status: 'present' }),
    attendance('2027-01-01', { kind: 'meeting', title: '下年会议', status: 'present' }),
  ]);
  const wrong = paid('2026-07-01', 'M5', '关于增设公交站的建议');
  const late = paid('2026-08-01', 'M3', '无故缺席主席团扩大会议');
  await inTransaction(async (tx) => {
    await payManyOnce([paid('2026-06-15', 'M5', '关于修缮刘胜村桥梁的建议'), wrong, late], tx);
    await reverseOnce(wrong, { id: newId(), at: at('2026-07-02'), reason: '重复登记', by: 'system' }, tx);
  });
  const deduction = await (await entries()).findOne({ rule: 'M3' });
  await (
    await pointsAppeals()
  ).insertOne({
    ...{ _id: newId(), entryId: deduction?._id ?? '', representativeId: MEMBER, groupId: 'g1', photos: [] },
    ...{ reason: '当天在医院陪护', at: at('2026-08-03'), answerBy: at('2026-08-10'), status: 'open', rev: 1 },
  });
  await (
    await absences()
  ).insertOne({
    ...{ _id: newId(), representativeId: MEMBER, groupId: 'g1', kind: 'sick', from: '2026-09-01', until: '2026-09-15' },
    ...{ reason: '住院', status: 'confirmed', proposed: { accountId: 'x', who: '系统', at: at('2026-09-01') } },
  });
  const model: ModelDoc = {
    ...{ _id: '2026-10:g1', month: '2026-10', year: '2026', groupId: 'g1', status: 'published', rev: 1 },
    ...{
      representativeId: MEMBER,
      representative: '周建平',
      title: '把路灯修到群众心里',
      text: '',
      photos: [],
      timeline: [],
    },
  };
  await (await models()).insertOne(model);
}

export async function aDossierTown(): Promise<DossierTown> {
  const functions = await startFunctions([account, clock, dossier, report, wish], { now: at('2026-11-20') });
  await aTown(functions);
  const term = { name: '第十九届', from: '2021-12-20', until: '2026-12-19' };
  await settings.save({ ...(await settings.get()), terms: [term] });
  const cast = { ...(await aCast(functions)), leader: await signInAs(functions, 'liaison', 'g1-leader') };
  await aWishThatIs('closed', functions, cast, { content: '王小红家门口的路灯坏了，请打13959171093' });
  await aWishThatIs('claimed', functions, cast, { content: '村口缺一个垃圾桶，路过的人都不方便' });
  await aFullYear();
  return {
    ...functions,
    cast,
    token: ({ accountId }) => functions.host.issueToken(accountId),
    fetched: (url) => readFile(join(functions.directory, new URL(url, 'http://town').pathname)),
  };
}
