/** duty: 履职活动, who is expected, sign-in by code or by those who keep the list, leave, and what is put on record. */
import { z } from 'zod';
import { attendanceStatuses, dutyKinds } from '../domain/duty';
import { plainCode } from '../domain/duty-code';
import { action } from './action';
import { AttendanceView, DutyCard, DutyView } from './duty-views';
import { ClientToken, Cursor, Empty, Id, ImportInput, ImportResult, Photos, limit, pageOf, text } from './shapes';

/** Those who are on the roster or in an office: duties are not for the public. */
const staff = ['representative', 'liaison', 'presidium', 'admin'] as const;
const keepers = ['liaison', 'presidium'] as const;

const answer = z.object({ duty: DutyView });
const one = z.object({ id: Id });

const Instant = z.iso.datetime({ offset: true, error: '请选择时间' });

/**
 * Calls together, or changes what has been called (`id` with `rev` as it was read). `expected`: everybody, the group, or
 * these representatives. `campaignId`: null files it under none; left out, under the only one that runs that day.
 */
export const save = action({
  access: keepers,
  input: z.object({
    id: Id.optional(),
    rev: z.number().int().optional(),
    clientToken: ClientToken.optional(),
    kind: z.enum(dutyKinds, '请选择活动类型'),
    title: text('活动名称', 60, 2),
    place: text('地点', 60),
    from: Instant,
    until: Instant,
    halfDays: z.number('请填写半天数').int('半天数应为整数').min(1, '至少半天').max(20, '最多 20 个半天'),
    groupId: Id.optional(),
    expected: z.union(
      [z.enum(['all', 'group']), z.array(Id).min(1, '请选择参加的代表').max(500, '最多选 500 位代表')],
      '请选择参加的代表',
    ),
    campaignId: Id.nullable().optional(),
  }),
  output: answer,
  audited: ['groupId', 'kind'],
});

/** What one chooses from when calling: the 主题实践活动 that run on a day, and for a duty that is there who is expected. */
export const options = action({
  access: keepers,
  input: z.object({ day: z.iso.date('请选择日期'), id: Id.optional() }),
  output: z.object({ campaigns: z.array(z.object({ id: Id, name: z.string() })), expected: z.array(Id) }),
});

export const list = action({
  access: staff,
  input: z.object({
    /** mine: where one is called, or came; group: what one's group holds; town: everything. */
    scope: z.enum(['mine', 'group', 'town'], '请选择查看范围'),
    /** waiting: over and not settled. */
    list: z.enum(['upcoming', 'past', 'waiting']),
    cursor: Cursor,
    limit: limit(50),
  }),
  output: pageOf(DutyCard),
});

export const get = action({ access: staff, input: one, output: answer });

/** Counted to 99: 请假 that the caller may answer, and duties that are over and whose attendance they may settle. */
export const getWaiting = action({
  access: staff,
  input: Empty,
  output: z.object({ leaves: z.number(), toSettle: z.number() }),
});

/** The list, in the order of the roster: whole for those who keep the duty, one's own group's for 组长、联络员. */
export const attendance = action({
  access: ['liaison', 'presidium', 'admin'],
  input: z.object({ id: Id, status: z.enum(attendanceStatuses).optional(), cursor: Cursor, limit: limit(200) }),
  output: pageOf(AttendanceView),
});

export const cancel = action({
  access: keepers,
  input: one.extend({ reason: text('取消的原因', 200, 2) }),
  output: answer,
  audited: ['reason'],
});

/** To be shown in the hall: six digits for so many seconds more, and the same as a picture to scan (a data URL). */
export const code = action({
  access: keepers,
  input: one,
  output: z.object({
    code: z.string(),
    secondsLeft: z.number(),
    qr: z.string(),
    present: z.number(),
    expected: z.number(),
  }),
});

/** RATE_LIMITED after six guesses in ten minutes; signing in again changes nothing. */
export const signIn = action({
  access: ['representative'],
  input: one.extend({
    code: z
      .string('请输入签到码')
      .overwrite(plainCode)
      .regex(/^\d{6}$/, '签到码是 6 位数字'),
  }),
  output: answer,
});

/** By those who keep the list, never for oneself. `expected` takes a mark back. */
export const mark = action({
  access: keepers,
  input: one.extend({
    representativeId: Id,
    status: z.enum(attendanceStatuses, '请选择出席情况'),
    /** Of a meeting of several half days, how many this person was there. */
    halfDays: z.number().int().min(1).max(20).optional(),
    reason: text('原因', 200, 2).optional(),
  }),
  output: z.object({ attendance: AttendanceView }),
  audited: ['status', 'halfDays', 'reason'],
});

export const askLeave = action({
  access: ['representative'],
  input: one.extend({ reason: text('请假事由', 200, 2) }),
  output: answer,
});

export const agreeLeave = action({
  access: keepers,
  input: one.extend({
    representativeId: Id,
    agree: z.boolean('请选择是否准假'),
    reason: text('理由', 200, 2).optional(),
  }),
  output: z.object({ attendance: AttendanceView }),
  audited: ['agree', 'reason'],
});

export const addPhotos = action({
  access: staff,
  input: one.extend({ photos: Photos.min(1, '请选择照片') }),
  output: answer,
});

/** By whoever brought it, or whoever keeps the duty. */
export const removePhoto = action({ access: staff, input: one.extend({ photo: Id }), output: answer });

export const summarise = action({
  access: keepers,
  input: one.extend({ summary: text('活动小结', 1000, 4) }),
  output: answer,
  audited: true,
});

/** What settling would book and propose, as things stand. */
export const preview = action({
  access: keepers,
  input: one,
  output: z.object({
    lines: z.array(
      z.object({
        status: z.enum(attendanceStatuses),
        people: z.number(),
        /** Whole half days of a meeting, otherwise one for each. */
        units: z.number(),
        rule: z.string().optional(),
        ruleName: z.string().optional(),
        unit: z.string().optional(),
        /** What one unit earns or costs. */
        points: z.number().optional(),
        /** Lies open for 24 hours first. */
        isProposed: z.boolean(),
        names: z.array(z.string()),
      }),
    ),
    /** Who has not signed in and would be put down as absent: the first hundred names. */
    unmarked: z.array(z.string()),
    /** Why it cannot be settled yet. */
    problem: z.string().optional(),
    rev: z.number(),
  }),
});

/** 确认考勤: puts it on record, books what was earned, proposes what absence costs. */
export const settle = action({
  access: keepers,
  input: one.extend({ rev: z.number().int().optional() }),
  output: answer,
  audited: ['rev'],
});

/** 重新核对: takes back by counter-entries what was booked. */
export const reopen = action({
  access: ['presidium'],
  input: one.extend({ reason: text('重新核对的原因', 200, 2) }),
  output: answer,
  audited: ['reason'],
});

/** 导入考勤: one duty for each (活动名称, 日期), settled as it is imported. A second import of the same rows adds nothing. */
export const importAttendance = action({
  access: ['presidium', 'admin'],
  input: ImportInput,
  output: ImportResult,
  audited: true,
});

const File = z.object({ url: z.string(), name: z.string() });

/** The empty table for importAttendance, with an example. */
export const template = action({ access: ['presidium', 'admin'], input: Empty, output: File });

/** 签到表 for printing and signing, and for the file. */
export const sheet = action({
  access: ['liaison', 'presidium', 'admin'],
  input: one,
  output: File,
  audited: true,
});
